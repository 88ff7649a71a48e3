import { Inject } from '@nestjs/common';
import { type ClientConfig, type Pool } from 'pg';
import { type DataSource } from 'typeorm';
import { type PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** The DataSource of the application that Latchkey works on: its default one, or the one that it names. */
export const LATCHKEY_DATA_SOURCE = Symbol('the DataSource that Latchkey works on');

/** Injects the DataSource that Latchkey works on. */
export const OwnDataSource = (): ParameterDecorator => Inject(LATCHKEY_DATA_SOURCE);

/** The pool of connections that TypeORM holds. */
export const poolOf = (dataSource: DataSource): Pool => (dataSource.driver as PostgresDriver).master;

/** How one more connection is made as the pool makes its own. pg-pool hides the password from whoever copies its options. */
export function connectionOf(dataSource: DataSource): ClientConfig {
  const { options } = poolOf(dataSource);
  return { ...options, password: options.password, ssl: options.ssl };
}
