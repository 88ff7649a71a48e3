import { type TestDatabase, testDatabase } from '@latchkey/server/testing';
import { Client } from 'pg';

export interface Database {
  /** What a process needs to reach it. */
  env: { DATABASE_URL: string };
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
}

const opened: { client: Client; database: TestDatabase }[] = [];
afterAll(async () => {
  for (const { client, database } of opened) {
    await client.end();
    await database.drop();
  }
});

/** An empty database of its own, dropped when the file's tests are done. */
export async function emptyDatabase(): Promise<Database> {
  const database = await testDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  opened.push({ client, database });
  return {
    env: { DATABASE_URL: database.url },
    sql: async <Row>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as Row[],
  };
}
