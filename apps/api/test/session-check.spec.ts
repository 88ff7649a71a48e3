import { testDatabase } from '@latchkey/server/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { checkSession, UnfitDatabase } from '@latchkey/nest/database';

const sources: DataSource[] = [];
afterAll(() => Promise.all(sources.map((source) => source.destroy())));

/** A database that was made, or set, as \`statement\` has it. */
async function databaseWith(statement: (name: string) => string): Promise<DataSource> {
  const { url } = await testDatabase();
  const name = new URL(url).pathname.slice(1);
  const client = new Client(process.env['TEST_DATABASE_URL']);
  await client.connect();
  try {
    for (const one of statement(name).split(';')) await client.query(one);
  } finally {
    await client.end();
  }
  const source = await new DataSource({ type: 'postgres', url }).initialize();
  sources.push(source);
  return source;
}

describe('checkSession', () => {
  it('is content with a database as PostgreSQL makes it', async () => {
    await expect(checkSession(await databaseWith(() => 'SELECT 1'))).resolves.toBeUndefined();
  });

  it.each<[string, (name: string) => string, RegExp, boolean]>([
    [
      'takes no writes',
      (name) => `ALTER DATABASE ${name} SET default_transaction_read_only = on`,
      /takes no writes/,
      true,
    ],
    ['writes dates its own way', (name) => `ALTER DATABASE ${name} SET DateStyle = 'German'`, /SET DateStyle/, false],
    [
      'is not encoded in UTF-8',
      (name) =>
        `DROP DATABASE ${name}; CREATE DATABASE ${name} ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
      /encoded in LATIN1.*ENCODING 'UTF8'/,
      false,
    ],
  ])('refuses one that %s, and says what to do', async (_, statement, words, isPassing) => {
    const error = await checkSession(await databaseWith(statement)).catch((refusal) => refusal);
    expect(error).toBeInstanceOf(UnfitDatabase);
    expect(error).toMatchObject({ message: expect.stringMatching(words), isPassing });
  });
});
