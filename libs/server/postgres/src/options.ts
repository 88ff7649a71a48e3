import { type Environment } from '@latchkey/server/environment';
import { type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { BoundedClient, Connections, migrations } from '@latchkey/nest/database';
import { waiting } from './waiting';

/** Longest wait for a connection, and longest run of a statement, in milliseconds; past either the answer is 503. */
const PATIENCE = 2_000;
const STATEMENT = 10_000;
/** What PostgreSQL itself may take to say that a statement ran too long. */
const GRACE = 2_000;

interface Way {
  /** Milliseconds that a statement may run. */
  longest?: number;
  /** True where a pooler in transaction mode stands between: it knows no settings of a session. */
  isPooled?: boolean;
  connections?: Connections;
}

/** How TypeORM reaches PostgreSQL at `url`. `synchronize` stays off: migrations are the only way to change the schema. */
export function databaseOptions(url: string, environment: Environment, way: Way = {}) {
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
    extra: clientOptions(way),
  } satisfies TypeOrmModuleOptions;
}

/** Each wait ends on our side, whether PostgreSQL keeps to its own ends or not; the session is as the code takes it for granted. */
export function clientOptions({ longest = STATEMENT, isPooled = false, connections = new Connections() }: Way) {
  const session = {
    statement_timeout: longest,
    idle_in_transaction_session_timeout: longest,
    options: String.raw`-c DateStyle=ISO -c IntervalStyle=postgres -c TimeZone=UTC -c default_transaction_isolation=read\ committed`,
  };
  return {
    Client: BoundedClient,
    connections,
    longestAnswer: longest + GRACE,
    keepAlive: true,
    ...(!isPooled && session),
  };
}
