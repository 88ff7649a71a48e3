import { setTimeout } from 'node:timers/promises';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

/** Any number that no other program on the database uses; it spells "latch". */
const LOCK = 0x6c61746368;
const MINUTE = 60_000;
/** Milliseconds to wait while another replica migrates, and between two looks. */
const LONGEST = 10 * MINUTE;
const PAUSE = 250;

/** Another process holds the lock of the migrations for longer than any should. */
export class MigrationsLocked extends Error {
  constructor() {
    super(
      `Migrations were waited for ${LONGEST / MINUTE} minutes: another process holds their lock. It is the one with an advisory lock in pg_locks.`,
    );
  }
}

/**
 * Runs what is missing, one replica at a time: the others wait, then find nothing left to do. Needs a connection of its own:
 * behind a pooler in transaction mode the lock would stay on whichever connection took it.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await lock(runner);
    try {
      await runner.query('SET statement_timeout = 0');
      const executor = new MigrationExecutor(dataSource, runner);
      executor.transaction = 'each';
      await executor.executePendingMigrations();
    } finally {
      await unlock(runner);
    }
  } finally {
    await runner.release();
  }
}

/** Asks again and again instead of waiting in PostgreSQL, so that a network that falls silent is noticed. */
async function lock(runner: QueryRunner): Promise<void> {
  const until = performance.now() + LONGEST;
  while (performance.now() < until) {
    const [{ isOurs }] = await runner.query('SELECT pg_try_advisory_lock($1) AS "isOurs"', [LOCK]);
    if (isOurs) return;
    await setTimeout(PAUSE);
  }
  throw new MigrationsLocked();
}

/** A connection that broke off has no lock any more; what broke it is what should be told. */
const unlock = (runner: QueryRunner): Promise<unknown> =>
  runner
    .query('SELECT pg_advisory_unlock($1)', [LOCK])
    .then(() => runner.query('RESET statement_timeout'))
    .catch(() => undefined);
