import { migrate, pendingMigrations } from '@latchkey/nest/database';
import { calledFrom, readEnvironment } from '@latchkey/server/environment';
import { resolve } from 'node:path';
import { type DataSource } from 'typeorm';
import { type Words } from '../command';
import { Refusal } from '../failures';
import { withDatabase } from '../with-database';
import { runImport, type Wishes } from './run-import';
import { UserFile } from './user-file';

/** Imports a file of users; see docs/import.md. */
export async function importFile({ positionals, options, signal }: Words): Promise<number> {
  const path = resolve(calledFrom(), positionals[0] as string);
  const file = await UserFile.open(path);
  const environment = readEnvironment();
  const reportPath = resolve(calledFrom(), (options['report'] as string | undefined) ?? `${path}.refused.csv`);
  const wishes = { dryRun: options['dry-run'] === true, restart: options['restart'] === true, reportPath };
  if (file.unused.length > 0) console.log(`Columns that are not used: ${file.unused.join(', ')}.`);
  return withDatabase(environment, async (database) => {
    await prepare(database, wishes);
    return runImport(database, { file, peppers: environment.peppers, ...wishes }, signal);
  });
}

/** A dry run changes nothing, not even the tables. */
async function prepare(database: DataSource, { dryRun }: Wishes): Promise<void> {
  if (!dryRun) return migrate(database);
  const pending = await pendingMigrations(database);
  if (pending.length > 0)
    throw new Refusal('This database has no tables yet, or old ones. Start the server once, then try again.');
}
