import { type Environment } from '@latchkey/server/environment';
import { type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { migrations } from '@latchkey/nest/database';
import { waiting } from './waiting';

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
    // A database that starts beside the server in production is waited for; in development a wrong address is said at once.
    ...(environment.production ? waiting : { retryAttempts: 0 }),
    // TypeORM's log prints parameters, password hashes among them; failures are logged by the FailureFilter instead.
    logging: false,
    poolSize: environment.databasePoolSize,
    connectTimeoutMS: PATIENCE,
    applicationName: 'latchkey',
    extra: { statement_timeout: STATEMENT, keepAlive: true },
  } satisfies TypeOrmModuleOptions;
}
