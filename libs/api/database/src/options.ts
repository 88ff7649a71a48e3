import { type Environment } from '@latchkey/api/environment';
import { type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { migrations } from './migrations';

/** Longest wait for a connection, and longest run of a statement, in milliseconds; past either the answer is 503. */
const PATIENCE = 2_000;
const STATEMENT = 10_000;

/** How TypeORM reaches PostgreSQL at `url`. `synchronize` stays off: migrations are the only way to change the schema. */
export function databaseOptions(url: string, environment: Environment) {
  return {
    type: 'postgres',
    url,
    migrations,
    synchronize: false,
    logging: ['error'],
    poolSize: environment.databasePoolSize,
    connectTimeoutMS: PATIENCE,
    applicationName: 'latchkey',
    extra: { statement_timeout: STATEMENT, keepAlive: true },
  } satisfies TypeOrmModuleOptions;
}
