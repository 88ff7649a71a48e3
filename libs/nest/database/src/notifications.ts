import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

const CHANNEL = 'latchkey';
const HEARTBEAT = 1_000;
/** Milliseconds after which a silent link counts as cut. */
const STALE = 2_000;
const RETRY = 500;

interface Events {
  /** A notification's text, such as `session:<id>` or `user:<id>`. */
  told: [payload: string];
  /** The link was away, and what was said meanwhile is lost. Raised before the link counts as fresh again. */
  missed: [];
}

/**
 * What other replicas and the command line say through NOTIFY, over a connection of its own. `isFresh()` tells whether the
 * link answered within the last two seconds by a monotonic clock; while it is false nothing remembered may be believed.
 */
@Injectable()
export class Notifications extends EventEmitter<Events> implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Notifications');
  private freshUntil = -Infinity;
  private readonly stopping = new AbortController();
  private client: Client | undefined;
  private listening: Promise<void> | undefined;

  constructor(private readonly url: string) {
    super();
  }

  /** By now the database has answered once: a wrong address has been told of already. */
  onModuleInit(): void {
    this.listening = this.listen();
  }

  isFresh(): boolean {
    return performance.now() < this.freshUntil;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.client?.end().catch(() => undefined);
    await this.listening;
  }

  private async listen(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.connected();
      } catch (error) {
        if (!this.stopping.signal.aborted)
          this.logger.warn(`Listening for changes was cut off, trying again: ${String(error)}`);
      }
      this.freshUntil = -Infinity;
      await this.client?.end().catch(() => undefined);
      if (!this.stopping.signal.aborted) await this.pause(RETRY);
    }
  }

  /** Listens until the link breaks or is silent for too long. */
  private async connected(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
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
    this.emit('missed');
    while (!this.stopping.signal.aborted) {
      const asked = performance.now();
      await client.query('SELECT 1');
      this.freshUntil = asked + STALE;
      await this.pause(HEARTBEAT);
    }
  }

  /** Cut short by a shutdown. */
  private pause(milliseconds: number): Promise<void> {
    return setTimeout(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
