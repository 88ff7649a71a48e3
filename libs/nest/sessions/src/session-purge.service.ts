import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { OwnDataSource } from '@latchkey/nest/database';
import { setTimeout } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { SessionOptions } from './session-options';

/** Milliseconds between two rounds, give or take a fifth, so that replicas started together do not stay together. */
const INTERVAL = 5 * 60_000;
/** Rows a statement deletes, and milliseconds it then leaves to others. */
const BATCH = 500;
const BREATH = 50;

/** Each walks an index of its own. Rows another replica is deleting are skipped, and none is live, so that nobody is notified. */
const LONG_AGO = `< now() - $1 * interval '1 day'`;
const WITH_ITS_EPOCH = 'e.user_id = s.user_id AND e.epoch = s.epoch AND s.ended_at IS NULL';
const OVER = {
  ended: `sessions s WHERE s.ended_at ${LONG_AGO}`,
  expired: `sessions s WHERE s.ended_at IS NULL AND s.expires_at ${LONG_AGO}`,
  'ended with others': `session_ends e JOIN sessions s ON ${WITH_ITS_EPOCH} WHERE e.ended_at ${LONG_AGO}`,
};
const purge = (over: string) => `
  DELETE FROM sessions WHERE id = ANY (ARRAY (
    SELECT s.id FROM ${over} LIMIT ${BATCH} FOR UPDATE OF s SKIP LOCKED))`;
/** What says when and why sessions ended, once they are gone. */
const FORGET_ENDS = `
  DELETE FROM session_ends e WHERE ended_at ${LONG_AGO} AND NOT EXISTS (SELECT FROM sessions s WHERE ${WITH_ITS_EPOCH})`;

/** Deletes sessions that have been over for SESSION_KEEP_DAYS; until then they tell, say, of a theft. Works in the background. */
@Injectable()
export class SessionPurge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('SessionPurge');
  private readonly stopping = new AbortController();
  private running: Promise<number> | undefined;

  constructor(
    @OwnDataSource() private readonly dataSource: DataSource,
    private readonly options: SessionOptions,
  ) {}

  onApplicationBootstrap(): void {
    void this.work();
  }

  /** While the database is still there: the batch under way is finished, and no other begun. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running?.catch(() => undefined);
  }

  /** Deletes all there is to delete, batch by batch; answers how many sessions that were. */
  run(): Promise<number> {
    this.running = this.purgeAll();
    return this.running;
  }

  private async purgeAll(): Promise<number> {
    let total = 0;
    for (const over of Object.values(OVER)) {
      let deleted = BATCH;
      while (deleted === BATCH && !this.stopping.signal.aborted) {
        deleted = await this.batch(over);
        total += deleted;
        if (deleted === BATCH) await this.pause(BREATH);
      }
    }
    if (!this.stopping.signal.aborted) await this.dataSource.query(FORGET_ENDS, [this.options.keepDays]);
    return total;
  }

  private async work(): Promise<void> {
    while (await this.pause(INTERVAL * (0.8 + 0.4 * Math.random()))) {
      await this.run().catch((error: unknown) => this.logger.warn(`Old sessions stay for now: ${String(error)}`));
    }
  }

  private async batch(over: string): Promise<number> {
    const days = this.options.keepDays;
    const [, deleted] = await this.dataSource.query<[unknown, number]>(purge(over), [days]);
    return deleted;
  }

  /** False where a shutdown cut it short. Keeps no process alive. */
  private pause(milliseconds: number): Promise<boolean> {
    const options = { signal: this.stopping.signal, ref: false };
    return setTimeout(milliseconds, true, options).catch(() => false);
  }
}
