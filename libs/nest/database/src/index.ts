/** What is asked of PostgreSQL: migrations, prepared statements, and the notifications by which replicas hear of changes. */
export { addColumns } from './add-columns';
export { BoundedClient } from './bounded-client';
export { MigrationsMissing, requireSchema } from './complete-schema';
export { Connections } from './connections';
export { DatabaseOptions } from './database-options';
export { DeafListener, hearsItself } from './echo';
export { migrations } from './migrations';
export { migrate, MigrationsLocked } from './migrate';
export { CHANNEL, Notifications } from './notifications';
export { connectionOf, LATCHKEY_DATA_SOURCE, OwnDataSource, poolOf } from './own-data-source';
export { PreparedStatements } from './prepared-statements';
export { pendingMigrations } from './pending-migrations';
export { runMigrations } from './run-migrations';
export { checkSession, say, UnfitDatabase } from './session-check';
export { violates } from './violates';
