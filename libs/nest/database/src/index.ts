/** What is asked of PostgreSQL: migrations, prepared statements, and the notifications by which replicas hear of changes. */
export { DatabaseOptions } from './database-options';
export { migrations } from './migrations';
export { migrate } from './migrate';
export { Notifications } from './notifications';
export { PreparedStatements } from './prepared-statements';
export { pendingMigrations } from './pending-migrations';
export { violates } from './violates';
