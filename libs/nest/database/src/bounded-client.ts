import { Client, type ClientConfig } from 'pg';
import { type Connections } from './connections';

export interface Bounds {
  /** Milliseconds after which a statement that has no answer is given up, and its connection with it. */
  longestAnswer: number;
  /** Of the pool that this client belongs to. */
  connections: Connections;
}

/**
 * A client of pg for pools, whose every statement ends. pg's own `query_timeout` answers the caller alone: the connection stays
 * in the pool, and whoever is given it next waits behind the statement that never came back. Here it is cut, and with it the
 * idle ones beside it, which went through the same network.
 */
export class BoundedClient extends Client {
  private underWay = 0;
  private readonly bounds: Bounds;

  constructor(config: ClientConfig & Bounds) {
    super(config);
    this.bounds = config;
    this.once('connect', () => config.connections.add(this));
    const send = (...args: unknown[]): unknown => Reflect.apply(Client.prototype.query, this, args);
    this.query = ((...args: unknown[]) => this.watched(send, args)) as Client['query'];
  }

  get isIdle(): boolean {
    return this.underWay === 0 && this.getTransactionStatus() === 'I';
  }

  /** Ends the connection at once, and what is asked over it, with `reason`. */
  cut(reason: string): void {
    this.connection.stream.destroy(Object.assign(new Error(reason), { code: 'ETIMEDOUT' }));
  }

  /** pg takes a callback last, or answers a promise; a stream of rows is neither, and is not watched. */
  private watched(send: (...args: unknown[]) => unknown, args: unknown[]): unknown {
    const ended = this.watch();
    const callback = args.at(-1);
    if (typeof callback === 'function')
      return send(...args.slice(0, -1), (error: unknown, result: unknown) => {
        ended(error);
        callback(error, result);
      });
    const answer = send(...args);
    if (answer instanceof Promise) answer.then(() => ended(), ended);
    else ended();
    return answer;
  }

  private watch(): (error?: unknown) => void {
    const { longestAnswer, connections } = this.bounds;
    this.underWay += 1;
    const timer = setTimeout(() => {
      this.cut(`PostgreSQL did not answer within ${longestAnswer} ms`);
      connections.replaceIdle();
    }, longestAnswer);
    return (error) => {
      clearTimeout(timer);
      this.underWay -= 1;
      if (error) connections.learn((error as { code?: string }).code, this);
    };
  }
}
