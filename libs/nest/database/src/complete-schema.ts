import { type DataSource, type EntityMetadata, type EntityTarget } from 'typeorm';

/** The tables are not as this version needs them. */
export class MigrationsMissing extends Error {
  constructor(missing: string[]) {
    super(
      `The database lacks ${missing.join(', ')}. Run Latchkey's migrations: put ...latchkeyMigrations() into the migrations of your DataSource and run them, or say migrations: 'run' to LatchkeyModule. A column of your own comes by a migration of your own, or by 'run' as well.`,
    );
  }
}

const COLUMNS = `
  SELECT attname AS name FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`;

/** Throws MigrationsMissing where a table or a column of `entities` is not there. */
export async function requireSchema(dataSource: DataSource, entities: EntityTarget<object>[]): Promise<void> {
  const lacking = await Promise.all(entities.map((entity) => missingOf(dataSource, dataSource.getMetadata(entity))));
  if (lacking.flat().length > 0) throw new MigrationsMissing(lacking.flat());
}

async function missingOf(dataSource: DataSource, { tablePath, columns }: EntityMetadata): Promise<string[]> {
  const found = await dataSource.query<{ name: string }[]>(COLUMNS, [tablePath]);
  if (found.length === 0) return [`the table ${tablePath}`];
  const names = new Set(found.map(({ name }) => name));
  return columns.filter(({ databaseName }) => !names.has(databaseName)).map((it) => `${tablePath}.${it.databaseName}`);
}
