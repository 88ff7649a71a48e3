import { databaseTrouble } from '@latchkey/server/postgres';
import { testDatabase } from '@latchkey/server/testing';
import { Client } from 'pg';
import { PASSWORD, TestApi } from './start-api';
import { Wire } from './wire';

const email = 'ada@example.com';

describe('a database that is there and does not do what is asked', () => {
  let api: TestApi;
  let admin: Client;
  beforeAll(async () => {
    api = await TestApi.start();
    admin = new Client(process.env['TEST_DATABASE_URL']);
    await admin.connect();
    await api.newcomer(email);
  });
  afterAll(() => admin.end());

  const login = () => api.post('/auth/login', { email, password: PASSWORD });
  const ready = () => api.get('/health/ready');
  const name = () => new URL(api.database.url).pathname.slice(1);
  const unavailable = { status: 503, body: { code: 'unavailable' } };

  /** Everyone comes anew, as after a failover; the acting connection is in another database. */
  const cutAll = () =>
    admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name()]);

  it('is unavailable and not ready while it takes no writes, and both again once it does', async () => {
    await admin.query(`ALTER DATABASE ${name()} SET default_transaction_read_only = on`);
    await cutAll();
    // A connection that was cut just now may still be handed out once.
    const answer = await api.until(login, ({ status, body }) => status === 503 && body.code === 'unavailable');
    expect(answer).toMatchObject(unavailable);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await api.until(ready, ({ body }) => JSON.stringify(body).includes('takes no writes'))).toMatchObject({
      status: 503,
      body: { error: { database: { status: 'down' } } },
    });
    await admin.query(`ALTER DATABASE ${name()} RESET default_transaction_read_only`);
    expect(await api.until(login, ({ status }) => status === 200)).toMatchObject({ status: 200 });
    expect(await api.until(ready, ({ status }) => status === 200)).toMatchObject({ status: 200 });
  });

  it('is unavailable and not ready while its disk is full, and available with the first write that finds space', async () => {
    await api.sql(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE 'could not extend file' USING ERRCODE = '53100'; END $$`);
    await api.sql('CREATE TRIGGER full_disk BEFORE INSERT ON sessions EXECUTE FUNCTION refuse()');
    expect(await login()).toMatchObject(unavailable);
    expect(await ready()).toMatchObject({
      status: 503,
      body: { error: { database: { message: 'has no space left' } } },
    });
    await api.sql('DROP TRIGGER full_disk ON sessions');
    expect((await login()).status).toBe(200);
    expect(await api.until(ready, ({ status }) => status === 200)).toMatchObject({ status: 200 });
  });

  it('is read alike where it was told to write dates another way', async () => {
    await admin.query(`ALTER DATABASE ${name()} SET DateStyle = 'German'`);
    await admin.query(`ALTER DATABASE ${name()} SET TimeZone = 'America/St_Johns'`);
    await cutAll();
    await api.until(login, ({ status }) => status === 200);
    expect(await api.sql('SELECT $1::timestamptz AS at', ['2026-02-03T04:05:06Z'])).toEqual([
      { at: new Date('2026-02-03T04:05:06Z') },
    ]);
  });
});

it('migrates over the direct way, and says which one fails', async () => {
  const { url } = await testDatabase();
  const wire = await Wire.to(url);
  const { url: direct } = wire;
  wire.cut();
  const started = TestApi.start({ DATABASE_URL: url, DATABASE_DIRECT_URL: direct });
  const error = await started.catch((failure) => failure);
  expect(databaseTrouble(error)).toMatch(/^No PostgreSQL answers at DATABASE_DIRECT_URL/);
});
