import { type Environment, loadSettingsFile, readEnvironment } from '@latchkey/server/environment';
import { type DataSource } from 'typeorm';
import { clockOf, migrationsOf, notificationsOf, versionOf, writesOf } from './database-checks';
import { explained } from './explained';
import { peppersOf } from './pepper-check';
import { withDatabase } from './with-database';

type Check = (database: DataSource, environment: Environment) => Promise<string>;

const CHECKS: Record<string, Check> = {
  database: versionOf,
  migrations: migrationsOf,
  writes: writesOf,
  notify: notificationsOf,
  clock: clockOf,
  peppers: peppersOf,
};

/** Tries what the server hangs on, a line each, up to the first failure. Answers 1 where there is one. */
export async function doctor(): Promise<number> {
  try {
    const environment = readEnvironment();
    tell('settings', environment.production ? 'complete for production' : 'complete for development');
    const warnings = new Set([...loadSettingsFile(), ...environment.warnings]);
    for (const warning of warnings) console.log(`!!  ${warning}`);
    await withDatabase(environment, async (database) => {
      for (const [what, check] of Object.entries(CHECKS)) tell(what, await check(database, environment));
    });
    return 0;
  } catch (error) {
    console.log(`NO  ${explained(error).replaceAll('\n', '\n    ')}`);
    return 1;
  }
}

const tell = (what: string, words: string): void => console.log(`ok  ${what.padEnd(12)}${words}`);
