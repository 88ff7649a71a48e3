/** The way to PostgreSQL: connection, migrations, and the embedded server for development. */
export { databaseTrouble } from './database-trouble';
export { DatabaseModule } from './database.module';
export { migrations } from './migrations';
export { migrate } from './migrate';
export { Notifications } from './notifications';
export { databaseOptions } from './options';
export { PreparedStatements } from './prepared-statements';
export { pendingMigrations } from './pending-migrations';
export { violates } from './violates';
export {
  type EmbeddedPostgres,
  holdFolder,
  openEmbeddedPostgres,
  removeAbandonedServers,
  temporaryServer,
  visitEmbeddedPostgres,
} from './embedded';
