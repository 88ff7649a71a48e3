import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrate } from './migrate';
import { migrations } from './migrations';

/** Where TypeORM notes which of Latchkey's migrations were run, apart from the application's own. */
const TABLE = 'latchkey_migrations';

/** Runs Latchkey's migrations alone, over two connections that are closed afterwards. Throws MigrationsLocked. */
export async function runMigrations({ options }: DataSource): Promise<void> {
  const own = { ...options, entities: [], subscribers: [], migrations, migrationsTableName: TABLE, poolSize: 2 };
  const dataSource = await new DataSource({ ...own, migrationsRun: false } as DataSourceOptions).initialize();
  await migrate(dataSource).finally(() => dataSource.destroy());
}
