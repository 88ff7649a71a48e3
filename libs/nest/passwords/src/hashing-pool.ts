import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Unavailable } from '@latchkey/nest/http';
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { type ForeignHash } from './foreign-hash';
import { PasswordOptions } from './password-options';

/** Seconds after which a client refused by a full queue may try again. */
const RETRY_AFTER = 2;

/** Worker threads for hashing, with a bounded queue; a full queue answers 503 at once. */
@Injectable()
export class HashingPool implements OnApplicationShutdown {
  private readonly pool: Piscina;

  constructor({ threads, queue }: PasswordOptions) {
    this.pool = new Piscina({
      filename: new URL(`./hashing-worker${extname(import.meta.url)}`, import.meta.url).href,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: Infinity,
      maxQueue: queue,
      recordTiming: false,
    });
  }

  /** Hash operations begun since the start. */
  operations = 0;

  hash(input: string, cost: number): Promise<string> {
    return this.run('hash', { input, cost }) as Promise<string>;
  }

  compare(input: string, stored: string, cost: number): Promise<boolean> {
    return this.run('compare', { input, stored, cost }) as Promise<boolean>;
  }

  compareForeign(password: string, hash: ForeignHash): Promise<boolean> {
    return this.run('compareForeign', { password, hash }) as Promise<boolean>;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }

  private async run(name: string, task: object): Promise<unknown> {
    this.operations += 1;
    try {
      return await this.pool.run(task, { name });
    } catch (error) {
      throw isQueueFull(error) ? new Unavailable(RETRY_AFTER, error) : error;
    }
  }
}

const isQueueFull = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Task queue is at limit');
