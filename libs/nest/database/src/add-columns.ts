import { type DataSource, type EntityTarget, TableColumn } from 'typeorm';
import { type PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** Adds those of the named columns that the table of `entity` lacks; however many replicas do it at once. */
export async function addColumns(dataSource: DataSource, entity: EntityTarget<object>, names: string[]): Promise<void> {
  const { columns, tablePath } = dataSource.getMetadata(entity);
  const driver = dataSource.driver as PostgresDriver;
  for (const column of columns.filter(({ databaseName }) => names.includes(databaseName))) {
    const { databaseName: name, isNullable, isArray, length } = column;
    const type = driver.createFullType(new TableColumn({ name, type: driver.normalizeType(column), isArray, length }));
    const unset = driver.normalizeDefault(column);
    const rest = `${isNullable ? '' : ' NOT NULL'}${unset === undefined ? '' : ` DEFAULT ${unset}`}`;
    await dataSource.query(`ALTER TABLE ${driver.escape(tablePath)} ADD COLUMN IF NOT EXISTS "${name}" ${type}${rest}`);
  }
}
