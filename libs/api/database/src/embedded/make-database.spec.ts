import { Client } from 'pg';
import { makeDatabase } from './make-database';

describe('makeDatabase', () => {
  it('makes it once, however many ask at the same moment', async () => {
    const server = process.env['TEST_DATABASE_URL'] as string;
    const url = new URL(server);
    url.pathname = `${process.env['TEST_DATABASE_PREFIX']}at_once`;
    await Promise.all(Array.from({ length: 8 }, () => makeDatabase(url.href)));
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.end();
    await makeDatabase(url.href);
  });
});
