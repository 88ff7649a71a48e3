import { migrate } from '@latchkey/nest/database';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { DirectWayFails } from './direct-way-fails';
import { clientOptions } from './options';

/** Milliseconds that one migration may run. */
const HOUR = 3_600_000;

/** Runs the migrations over connections of their own, closed afterwards: never through a pooler, where a lock stays behind. */
export async function migrateAt(options: DataSourceOptions, directUrl: string | undefined): Promise<void> {
  const extra = clientOptions({ longest: HOUR });
  const own = {
    ...options,
    ...(directUrl && { url: directUrl }),
    entities: [],
    poolSize: 2,
    extra,
  } as DataSourceOptions;
  try {
    const dataSource = await new DataSource(own).initialize();
    await migrate(dataSource).finally(() => dataSource.destroy());
  } catch (cause) {
    throw directUrl ? new DirectWayFails('DATABASE_DIRECT_URL', { cause }) : cause;
  }
}
