import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { DeafListener, hearsItself } from './echo';

/** The channel of every notification. */
export const CHANNEL = 'latchkey';
const HEARTBEAT = 1_000;
/** Milliseconds after which a silent link counts as cut. */
const STALE = 2_000;
const RETRY = 500;
/** Milliseconds the first echo may take, on a machine that is busy starting. */
const FIRST = 5_000;
/** Milliseconds without an echo because none could be sent: a busy pool proves nothing for so long. */
const UNPROVED = 10_000;

interface Events {
  /** A notification's text, such as `session:<id>` or `user:<id>`. */
  told: [payload: string];
  /** The link was away, and what was said meanwhile is lost. Raised before the link counts as fresh again. */
  missed: [];
}

/**
 * What other replicas and the command line say through NOTIFY, over a connection of its own. `isFresh()` tells whether the
 * link answered within the last two seconds by a monotonic clock; while it is false nothing remembered may be believed. That it
 * answers proves little: each second something is said by `say`, as others say it, and has to be heard.
 */
@Injectable()
export class Notifications extends EventEmitter<Events> implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Notifications');
  private freshUntil = -Infinity;
  private readonly stopping = new AbortController();
  private client: Client | undefined;
  private listening: Promise<void> | undefined;
  private told: string | undefined;

  constructor(
    /** How the connection is made. */
    private readonly connection: ClientConfig,
    /** Says a text on CHANNEL by the way that everybody's changes go. */
    private readonly say: (payload: string) => Promise<void>,
  ) {
    super();
  }

  /** Refuses a start that would never hear a thing. A link that is cut for the moment is waited for beside the start. */
  async onModuleInit(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let isStarting = true;
    const started = () => {
      isStarting = false;
      resolve();
    };
    this.once('missed', started);
    this.listening = this.listen((error) => {
      if (!isStarting || !neverHears(error)) return started();
      this.stopping.abort();
      reject(error);
    });
    await promise;
  }

  isFresh(): boolean {
    return performance.now() < this.freshUntil;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.hangUp();
    await this.listening;
  }

  private async listen(failed: (error: unknown) => void): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.connected().catch((error) => {
        failed(error);
        this.warn(error);
      });
      this.hangUp();
      await this.pause(RETRY);
    }
  }

  /** Listens until the link breaks, is silent for too long, or does not hear. */
  private async connected(): Promise<void> {
    const client = new Client({
      ...this.connection,
      connectionTimeoutMillis: STALE,
      query_timeout: STALE,
      application_name: 'latchkey-listen',
    });
    this.client = client;
    client.on('error', () => (this.freshUntil = -Infinity));
    client.on('notification', ({ payload }) => this.emit('told', payload ?? ''));
    // pg never answers a connect() whose client is ended meanwhile, as by a shutdown.
    await Promise.race([client.connect(), once(client, 'end')]);
    await client.query(`LISTEN ${CHANNEL}`);
    await hearsItself(client, this.say, FIRST);
    this.emit('missed');
    if (this.told) this.logger.log('Changes are heard again.');
    this.told = undefined;
    await Promise.race([this.beat(client), this.listenToEchoes(client)]);
  }

  private async beat(client: Client): Promise<void> {
    while (this.client === client) {
      const asked = performance.now();
      await client.query('SELECT 1');
      if (this.client === client) this.freshUntil = asked + STALE;
      await this.pause(HEARTBEAT);
    }
  }

  private async listenToEchoes(client: Client): Promise<void> {
    let heardAt = performance.now();
    while (this.client === client) {
      await this.pause(HEARTBEAT);
      try {
        await hearsItself(client, this.say, STALE);
        heardAt = performance.now();
      } catch (error) {
        if (error instanceof DeafListener || performance.now() - heardAt > UNPROVED) throw error;
      }
    }
  }

  /** At once: a link that is silent would never answer a good-bye. */
  private hangUp(): void {
    this.freshUntil = -Infinity;
    this.client?.connection.stream.destroy();
    this.client = undefined;
  }

  /** Once for each cause, however often it is tried again. */
  private warn(error: unknown): void {
    const words = `Changes are not heard, every session is asked after in the database: ${String(error)}`;
    if (!this.stopping.signal.aborted && words !== this.told) this.logger.warn(words);
    this.told = words;
  }

  /** Cut short by a shutdown. */
  private pause(milliseconds: number): Promise<void> {
    return setTimeout(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

/** True where trying again will not help: it does not hear, or PostgreSQL, which answers and has the means, does not let it listen. */
function neverHears(error: unknown): boolean {
  const { severity, code = '' } = error as { severity?: string; code?: string };
  return error instanceof DeafListener || (severity !== undefined && !/^(08|53|57)/.test(code));
}
