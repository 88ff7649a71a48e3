import { type DataSource, MigrationExecutor } from 'typeorm';

/** Any number that no other program on the database uses; it spells "latch". */
const LOCK = 0x6c61746368;

/** Runs what is missing, one replica at a time: the others wait, then find nothing left to do. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.query('SET statement_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await runner.query('RESET statement_timeout');
    await runner.release();
  }
}
