import { migrations } from '@latchkey/nest/database';
import { type MigrationInterface } from 'typeorm';

/** Latchkey's migrations, oldest first, for the DataSource of an application that runs them with its own. */
export const latchkeyMigrations = (): (new () => MigrationInterface)[] => [...migrations];
