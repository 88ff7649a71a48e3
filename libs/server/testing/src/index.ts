/** A real PostgreSQL for tests: a fresh database for each that asks. */
import { Client } from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Makes an empty database on the test server, which `global-setup.ts` found or started; `global-teardown.ts` removes it. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  const prefix = process.env['TEST_DATABASE_PREFIX'];
  if (!server || !prefix)
    throw new Error('No test server: run the tests through Nx or Jest with the project’s own jest.config.mjs.');
  const name = `${prefix}${crypto.randomUUID().replaceAll('-', '')}`;
  await run(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
export { patientlyConnected } from './patiently-connected';
export { testEnvironment } from './test-environment';
