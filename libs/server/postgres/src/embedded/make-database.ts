import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

const ATTEMPTS = 25;
const PAUSE = 400;
/** What one hears who comes second: after the other, and at the same moment. */
const MADE_MEANWHILE = ['42P04', '23505'];

/** Makes the database that `url` names where the server has none of that name. */
export async function makeDatabase(url: string): Promise<void> {
  const server = new URL(url);
  const name = server.pathname.slice(1);
  server.pathname = 'postgres';
  const client = await connected(server.href);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  } catch (error) {
    if (!MADE_MEANWHILE.includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

/** A server that was found may still be starting: it refuses for a moment. */
async function connected(connectionString: string): Promise<Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new Client({ connectionString });
    try {
      await client.connect();
      return client;
    } catch (error) {
      const isStarting = ['57P03', 'ECONNREFUSED'].includes((error as { code?: string }).code ?? '');
      if (!isStarting || attempt === ATTEMPTS) throw error;
      await setTimeout(PAUSE);
    }
  }
}
