import { SessionPurge } from '@latchkey/nest/sessions';
import jwt from 'jsonwebtoken';
import { listening } from './listening';
import { type Answer, PASSWORD, TestApi } from './start-api';

const MANY = 20_000;
const NEW = 'another horse battery';
const claimsOf = (token: string) => jwt.decode(token) as { sid: string; sub: string };

describe('very many sessions of one account', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start();
    await api.sql('CREATE TABLE writes (id uuid)');
    await api.sql(
      `CREATE FUNCTION count_write() RETURNS trigger LANGUAGE plpgsql AS
       'BEGIN INSERT INTO writes VALUES (OLD.id); RETURN NULL; END'`,
    );
    await api.sql('CREATE TRIGGER counted AFTER UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION count_write()');
  });

  /** Somebody signed in on two devices, and on as many more as no limit kept them from. */
  const crowd = async () => {
    const { email, token } = await api.newcomer();
    const { auth_token: other } = (await login(email)).body;
    const { sub: id, sid } = claimsOf(token);
    await api.sql(
      `INSERT INTO sessions (id, user_id, secret, created_at, expires_at, idle_expires_at)
       SELECT gen_random_uuid(), $1, '', now() - interval '1 hour', now() + interval '1 day', now() + interval '1 day'
         FROM generate_series(1, ${MANY})`,
      [id],
    );
    await api.sql('TRUNCATE writes');
    return { email, token, other, id, sid };
  };
  const login = (email: string, password = PASSWORD) => api.post('/auth/login', { email, password });
  const statusesOf = (...tokens: string[]) =>
    Promise.all(tokens.map(async (token) => (await api.get('/auth/status', token)).status));
  const writes = async () => (await api.sql<{ n: number }>('SELECT count(*)::int AS n FROM writes'))[0]?.n;
  const live = async (id: string) =>
    (
      await api.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM sessions JOIN users u ON u.id = user_id AND session_epoch = epoch
          WHERE u.id = $1 AND ended_at IS NULL`,
        [id],
      )
    )[0]?.n;

  it.each<[string, (of: { token: string; id: string }, admin: string) => Promise<Answer>, number]>([
    ['the end of all', ({ id }, admin) => api.as(admin, 'DELETE', `/users/${id}/sessions`), 0],
    ['disabling', ({ id }, admin) => api.as(admin, 'PATCH', `/users/${id}`, { is_active: false }), 0],
    ['the end of all others', ({ token }) => api.as(token, 'DELETE', '/auth/sessions'), 1],
  ])('are over after %s: one row, one word to the replicas', async (_, end, left) => {
    const [{ token: admin }, account] = [await api.administrator(), await crowd()];
    expect(await statusesOf(account.token, account.other)).toEqual([200, 200]);
    const told = await listening(api, async () => {
      expect(await end(account, admin)).toMatchObject({ status: 200 });
    });
    expect(told).toEqual([`user:${account.id}`]);
    expect(await writes()).toBe(left);
    expect(await live(account.id)).toBe(left);
    expect(await statusesOf(account.token, account.other)).toEqual([left === 1 ? 200 : 401, 401]);
  });

  it('are over after a new password: the row that is kept is renewed too, and told of', async () => {
    const account = await crowd();
    const body = { current_password: PASSWORD, new_password: NEW };
    let renewed = '';
    const told = await listening(api, async () => {
      renewed = (await api.as(account.token, 'POST', '/auth/account/password', body)).body.auth_token;
    });
    expect(told).toEqual([`user:${account.id}`, `session:${account.sid}`]);
    expect([await writes(), await live(account.id)]).toEqual([2, 1]);
    expect(await statusesOf(account.token, account.other, renewed)).toEqual([401, 401, 200]);
  });

  it('stay over once a disabled account is enabled again', async () => {
    const [{ token: admin }, { id, token }] = [await api.administrator(), await crowd()];
    for (const is_active of [false, true]) await api.as(admin, 'PATCH', `/users/${id}`, { is_active });
    expect([await live(id), await statusesOf(token)]).toEqual([0, [401]]);
  });

  it('go with the account, with one word to the replicas', async () => {
    const { token, id } = await crowd();
    const told = await listening(api, () => api.as(token, 'DELETE', '/auth/account', { current_password: PASSWORD }));
    expect(told).toEqual([`user:${id}`]);
    expect((await statusesOf(token))[0]).toBe(401);
  });

  it('are listed, counted and exported up to a bound', async () => {
    const { token } = await crowd();
    expect((await api.get('/auth/sessions', token)).body.data).toHaveLength(100);
    expect((await api.get('/auth/account/export', token)).body['sessions']).toHaveLength(1000);
    expect((await api.as(token, 'DELETE', '/auth/sessions')).body['ended']).toBe(1000);
  });

  it('are told from all that are over by an index', async () => {
    const { id } = await crowd();
    await api.sql('ANALYZE sessions');
    const plan = await api.sql(
      `EXPLAIN SELECT id FROM sessions WHERE user_id = $1 AND epoch = 1 AND ended_at IS NULL AND expires_at > now()
           AND idle_expires_at > now()`,
      [id],
    );
    expect(JSON.stringify(plan)).toContain('sessions_live_idx');
  });

  it('become a hundred at the next login, which says so to the rest, once', async () => {
    const { email, token, other, id } = await crowd();
    let newest = '';
    const told = await listening(api, async () => (newest = (await login(email)).body.auth_token));
    expect([told, await live(id), await writes()]).toEqual([[`user:${id}`], 100, 100]);
    expect(await statusesOf(newest, other, token)).toEqual([200, 200, 200]);
  });

  it('are deleted once they have been over for long, and so is what says why', async () => {
    const { id } = await crowd();
    await api.sql(`SELECT end_sessions($1, 'administrator')`, [id]);
    await api.app.get(SessionPurge).run();
    expect(await api.sql('SELECT FROM session_ends WHERE user_id = $1', [id])).toHaveLength(1);
    await api.sql(`UPDATE session_ends SET ended_at = now() - interval '31 days' WHERE user_id = $1`, [id]);
    const told = await listening(api, () => api.app.get(SessionPurge).run());
    expect(told).toEqual([]);
    expect(await api.sql('SELECT FROM sessions WHERE user_id = $1', [id])).toEqual([]);
    expect(await api.sql('SELECT FROM session_ends WHERE user_id = $1', [id])).toEqual([]);
  });
});

describe('an account with as many sessions as it may have', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start({ SESSIONS_PER_USER: '3' })));

  const login = async (email: string, headers = {}) =>
    (await api.post('/auth/login', { email, password: PASSWORD }, headers)).body;
  const devices = async (token: string) =>
    ((await api.get('/auth/sessions', token)).body.data as unknown as { session_id: string }[]).map(
      ({ session_id }) => session_id,
    );

  it('ends the oldest where another is opened, and tells it why', async () => {
    const { email, token } = await api.newcomer();
    const { body } = await api.post(
      '/auth/register',
      { email: `x${email}`, password: PASSWORD },
      { 'x-refresh': 'body' },
    );
    for (let round = 0; round < 3; round += 1) {
      expect((await api.get('/auth/status', token)).status).toBe(200);
      await login(email);
      await login(`x${email}`);
    }
    const found = 'the oldest of more than SESSIONS_PER_USER';
    const over = { status: 401, body: { code: 'session_revoked', hint: { check: 'session', found } } };
    expect(await api.get('/auth/status', token)).toMatchObject(over);
    expect(await api.post('/auth/refresh', { refresh_token: body['refresh_token'] })).toMatchObject(over);
  });

  it('counts neither what has ended nor what has expired', async () => {
    const { email, token } = await api.newcomer();
    const [one, two] = [(await login(email)).auth_token, (await login(email)).auth_token];
    await api.logout(one);
    await api.sql(`UPDATE sessions SET idle_expires_at = now() WHERE id = $1`, [claimsOf(two).sid]);
    for (let round = 0; round < 2; round += 1) await login(email);
    expect((await api.get('/auth/status', token)).status).toBe(200);
  });

  it('has no more of them after many logins at once, through every door', async () => {
    const { email, token } = await api.newcomer();
    const username = `crowd-${Date.now()}`;
    await api.as(token, 'PATCH', '/auth/account', { username });
    const doors = [
      () => api.post('/auth/login', { email, password: PASSWORD }),
      () => api.post('/api/login', { email, password: PASSWORD }),
      () => api.post('/api/login', { username, password: PASSWORD }),
      () => api.post('/api/registration', { username, password: PASSWORD }),
      () => api.post('/api/authenticate', { uid: username, password: PASSWORD }),
    ];
    const answers = await Promise.all(Array.from({ length: 25 }, (_, index) => doors[index % doors.length]?.()));
    expect(answers.map((answer) => answer?.status)).toEqual(Array.from(answers, () => 200));
    const [row] = await api.sql('SELECT count(*)::int AS live FROM sessions WHERE user_id = $1 AND ended_at IS NULL', [
      claimsOf(token).sub,
    ]);
    expect(row).toEqual({ live: 3 });
    expect(await devices((await login(email)).auth_token)).toHaveLength(3);
  });

  it('spares who ends all others, and nobody ends anything from a session that is over', async () => {
    const { email, token } = await api.newcomer();
    const other = (await login(email)).auth_token;
    const answers = await Promise.all([token, other].map((one) => api.as(one, 'DELETE', '/auth/sessions')));
    const left = await Promise.all([token, other].map(async (one) => (await api.get('/auth/status', one)).status));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(left).toEqual(answers.map(({ status }) => status));
  });
});
