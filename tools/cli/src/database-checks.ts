import { CHANNEL, checkSession, hearsItself, pendingMigrations, say } from '@latchkey/nest/database';
import { databaseOptions } from '@latchkey/server/postgres';
import { type Environment } from '@latchkey/server/environment';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Refusal } from './failures';

/** Milliseconds a notification may take, and seconds by which two clocks may differ. */
const PATIENCE = 5_000;
const APART = 10;

export async function versionOf(database: DataSource): Promise<string> {
  await checkSession(database);
  const [{ server_version: version }] = await database.query('SHOW server_version');
  return `PostgreSQL ${version}`;
}

export async function migrationsOf(database: DataSource): Promise<string> {
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return 'all done';
  throw new Refusal(`Migrations are missing, the server runs them when it starts: ${pending.join(', ')}.`);
}

/** Every kind of write, on no row: it takes the right to, and a database that is written to. */
export async function writesOf(database: DataSource): Promise<string> {
  for (const table of ['users', 'sessions']) {
    await database.query(`INSERT INTO ${table} SELECT * FROM ${table} WHERE false`);
    await database.query(`UPDATE ${table} SET id = id WHERE false`);
    await database.query(`DELETE FROM ${table} WHERE false`);
  }
  return 'users and sessions can be written';
}

/** Says something by the way of the server's writes, and waits for it where the server listens. */
export async function notificationsOf(database: DataSource, environment: Environment): Promise<string> {
  const { url } = database.options as { url: string };
  const { databaseUrl, databaseDirectUrl } = environment;
  const through = databaseDirectUrl && databaseUrl ? await pooled(databaseUrl, environment) : database;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    await hearsItself(client, (payload) => say(through, CHANNEL, payload), PATIENCE);
    return databaseDirectUrl ? 'what is said through DATABASE_URL is heard at DATABASE_DIRECT_URL' : 'heard';
  } finally {
    await client.end();
    if (through !== database) await through.destroy();
  }
}

const pooled = (url: string, environment: Environment): Promise<DataSource> =>
  new DataSource(databaseOptions(url, environment, { isPooled: true })).initialize();

/** Tokens end by this machine's clock, sessions by the database's. */
export async function clockOf(database: DataSource): Promise<string> {
  const from = Date.now();
  const [{ now }] = await database.query('SELECT now()');
  const apart = Math.abs((now as Date).getTime() - (from + Date.now()) / 2) / 1000;
  if (apart < APART) return `${apart.toFixed(1)} s from the database's`;
  throw new Refusal(
    `The clocks of this machine and of the database are ${Math.round(apart)} s apart: set them by NTP.`,
  );
}
