import { pendingMigrations } from '@latchkey/nest/database';
import { type Environment, passwordOptions, readEnvironment } from '@latchkey/server/environment';
import { HashingPool, Passwords } from '@latchkey/nest/passwords';
import { type DataSource } from 'typeorm';
import { explained } from './explained';
import { Refusal } from './failures';
import { withDatabase } from './with-database';

/** Looks at what the server hangs on, a line each, up to the first failure. Answers 1 where there is one. */
export async function doctor(): Promise<number> {
  try {
    const environment = readEnvironment();
    tell('settings', environment.production ? 'complete for production' : 'complete for development');
    await withDatabase(environment, async (database) => {
      tell('database', await versionOf(database));
      tell('migrations', await migrationsOf(database));
      tell('peppers', await peppersOf(database, environment));
    });
    return 0;
  } catch (error) {
    console.log(`NO  ${explained(error).replaceAll('\n', '\n    ')}`);
    return 1;
  }
}

const tell = (what: string, words: string): void => console.log(`ok  ${what.padEnd(12)}${words}`);

async function versionOf(database: DataSource): Promise<string> {
  const [{ server_version: version }] = await database.query('SHOW server_version');
  return `PostgreSQL ${version}`;
}

async function migrationsOf(database: DataSource): Promise<string> {
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return 'all done';
  throw new Refusal(`Migrations are missing, the server runs them when it starts: ${pending.join(', ')}.`);
}

/** Hashes and checks a password, and looks for peppers that stored ones need. */
async function peppersOf(database: DataSource, environment: Environment): Promise<string> {
  const options = passwordOptions(environment);
  const pool = new HashingPool(options);
  try {
    const passwords = new Passwords(pool, options);
    if (!(await passwords.matches('probe', await passwords.hash('probe')))) throw new Refusal('Hashing does not work.');
  } finally {
    await pool.onApplicationShutdown();
  }
  const inUse: { id: string }[] = await database.query(
    `SELECT DISTINCT split_part(password_hash, '$', 2) AS id FROM users WHERE password_hash LIKE 'v1$%'`,
  );
  const known = new Set(environment.peppers.map(({ id }) => id));
  const missing = inUse.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  if (missing.length === 0) return `${[...known].join(', ')}: every stored password can be checked`;
  throw new Refusal(`Stored passwords need peppers that PASSWORD_PEPPERS does not have: ${missing.join(', ')}.`);
}
