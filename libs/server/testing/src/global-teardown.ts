import { Client } from 'pg';
import { running } from './running';

/** After a project's tests: nothing of them is left, on a server of ours or of anybody's. */
export default async function globalTeardown(): Promise<void> {
  if (running.server) return running.server.stop();
  const client = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
    process.env['TEST_DATABASE_PREFIX'],
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  await client.end();
}
