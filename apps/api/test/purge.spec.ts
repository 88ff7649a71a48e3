import { SessionPurge, Sessions } from '@latchkey/nest/sessions';
import jwt from 'jsonwebtoken';
import { Client } from 'pg';
import { listening } from './listening';
import { TestApi } from './start-api';

const sidOf = (token: string) => (jwt.decode(token) as { sid: string }).sid;

describe('the purge of sessions', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start({ SESSION_KEEP_DAYS: '30' })));
  beforeEach(() => api.sql('TRUNCATE users CASCADE'));

  const session = async (change = '') => {
    const { token } = await api.newcomer();
    if (change) await api.sql(`UPDATE sessions SET ${change} WHERE id = $1`, [sidOf(token)]);
    return token;
  };
  /** As many sessions of one user that ended long ago. */
  const many = async (count: number) => {
    await session();
    await api.sql(
      `INSERT INTO sessions (id, user_id, secret, expires_at, idle_expires_at, ended_at)
       SELECT gen_random_uuid(), id, '', now(), now(), now() - interval '31 days' FROM users, generate_series(1, $1)`,
      [count],
    );
  };
  const purge = (on = api) => on.app.get(SessionPurge).run();
  const left = async () => (await api.sql<{ n: number }>('SELECT count(*)::int AS n FROM sessions'))[0]?.n;

  it.each([
    ['keeps', 'live', ''],
    ['keeps', 'idle for too long', `idle_expires_at = now() - interval '1 hour'`],
    ['keeps', 'stolen a day ago', `ended_at = now() - interval '1 day', ended_reason = 'refresh_reused'`],
    ['keeps', 'ended a day ago and past its end', `ended_at = now() - interval '1 day', expires_at = now()`],
    ['deletes', 'ended 31 days ago', `ended_at = now() - interval '31 days'`],
    ['deletes', 'past its end for 31 days', `expires_at = now() - interval '31 days'`],
  ])('%s a session that is %s', async (verdict, _, change) => {
    await session(change);
    expect(await purge()).toBe(verdict === 'keeps' ? 0 : 1);
    expect(await left()).toBe(verdict === 'keeps' ? 1 : 0);
  });

  it('goes on until nothing is left, and tells no replica of it', async () => {
    await many(1201);
    const told = await listening(api, async () => expect(await purge()).toBe(1201));
    expect([told, await left()]).toEqual([[], 1]);
  });

  it('is shared by replicas that run it at once', async () => {
    await many(1500);
    const replica = await TestApi.start({ DATABASE_URL: api.database.url });
    const counts = await Promise.all([purge(), purge(replica), purge(), purge(replica)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1500);
    expect(await left()).toBe(1);
  });

  it.each([
    ['ended_at', ''],
    ['expires_at', 'ended_at IS NULL AND '],
  ])('finds what is past its %s by an index', async (column, besides) => {
    const client = new Client({ connectionString: api.database.url });
    await client.connect();
    await client.query('SET enable_seqscan = off');
    const { rows } = await client.query(`EXPLAIN SELECT id FROM sessions WHERE ${besides}${column} < now() LIMIT 500`);
    await client.end();
    expect(JSON.stringify(rows)).toMatch(new RegExp(`Index Cond: \\(${column} <`));
  });

  it('stops between two batches when the server stops', async () => {
    await many(5000);
    const replica = await TestApi.start({ DATABASE_URL: api.database.url });
    const running = purge(replica);
    await replica.stop();
    expect(await running).toBeLessThan(5000);
    expect(await left()).toBe(5001 - (await running));
  });
});

describe('the time at which a session was last seen', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start({ SESSION_CACHE_SIZE: '0' });
    await api.sql('CREATE TABLE writes (id uuid)');
    await api.sql(
      `CREATE FUNCTION count_write() RETURNS trigger LANGUAGE plpgsql AS
       'BEGIN INSERT INTO writes VALUES (NEW.id); RETURN NULL; END'`,
    );
    await api.sql('CREATE TRIGGER counted AFTER UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION count_write()');
  });

  const seenAgo = async (seconds: number) => {
    const { token } = await api.newcomer();
    const sid = sidOf(token);
    await api.sql(`UPDATE sessions SET last_seen_at = now() - $2 * interval '1 second' WHERE id = $1`, [sid, seconds]);
    await api.sql('TRUNCATE writes');
    await Promise.all(Array.from({ length: 20 }, () => api.app.get(Sessions).live(sid, 0)));
    const [row] = await api.sql<{ writes: number; fresh: boolean }>(
      `SELECT (SELECT count(*)::int FROM writes) AS writes, last_seen_at > now() - interval '40 seconds' AS fresh
         FROM sessions WHERE id = $1`,
      [sid],
    );
    return row;
  };

  it('is written once a minute, however many requests come at once', async () => {
    expect(await seenAgo(61)).toEqual({ writes: 1, fresh: true });
  });

  it('is left alone within the minute', async () => {
    expect(await seenAgo(50)).toEqual({ writes: 0, fresh: false });
  });
});
