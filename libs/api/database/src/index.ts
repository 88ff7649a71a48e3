/** The way to PostgreSQL: connection, migrations, and the embedded server for development. */
export { DatabaseModule } from './database.module';
export { migrate } from './migrate';
export { databaseOptions } from './options';
export { violates } from './violates';
