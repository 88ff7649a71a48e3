/** The way to PostgreSQL: connection, migrations, and the embedded server for development. */
export { DatabaseModule } from './database.module';
export { migrations } from './migrations';
export { migrate } from './migrate';
export { Notifications } from './notifications';
export { databaseOptions } from './options';
export { violates } from './violates';
export {
  AlreadyRunning,
  type EmbeddedPostgres,
  holdFolder,
  openEmbeddedPostgres,
  removeAbandonedServers,
  temporaryServer,
} from './embedded';
