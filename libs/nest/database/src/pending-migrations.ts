import { type DataSource } from 'typeorm';
import { migrations } from './migrations';

/** Names of the migrations that were not run yet. Only looks: TypeORM's own way would make its table. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const [{ exists }] = await dataSource.query(`SELECT to_regclass('migrations') IS NOT NULL AS exists`);
  const done: { name: string }[] = exists ? await dataSource.query('SELECT name FROM migrations') : [];
  const names = new Set(done.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !names.has(name));
}
