/** The product's own way to PostgreSQL: the connection that the environment names, and the embedded server for development. */
export { databaseTrouble } from './database-trouble';
export { DatabaseModule } from './database.module';
export { databaseOptions } from './options';
export {
  type EmbeddedPostgres,
  holdFolder,
  openEmbeddedPostgres,
  removeAbandonedServers,
  temporaryServer,
  visitEmbeddedPostgres,
} from './embedded';
