import { testDatabase } from '@latchkey/server/testing';
import jwt from 'jsonwebtoken';
import { Client } from 'pg';
import { BuiltServer, PASSWORD } from './built-server';
import { until } from './until';

const ROUNDS = 60;

const statusAt = (server: BuiltServer, token: string) =>
  fetch(`${server.url}/auth/status`, { headers: { authorization: `Bearer ${token}` } });

const tokensIn = async (answer: Promise<Response>) =>
  (await (await answer).json()) as { auth_token: string; refresh_token: string };

/** Milliseconds until `server` refuses `token`. */
async function refusedAfter(server: BuiltServer, token: string): Promise<number> {
  const from = performance.now();
  while ((await statusAt(server, token)).status === 200) {
    if (performance.now() - from > 10_000) throw new Error('The token is still taken after ten seconds.');
  }
  return performance.now() - from;
}

describe('two replicas on one database', () => {
  let database: Client;
  let a: BuiltServer;
  let b: BuiltServer;

  beforeEach(async () => {
    const { url: DATABASE_URL } = await testDatabase();
    a = await BuiltServer.start({ DATABASE_URL });
    b = await BuiltServer.start({ DATABASE_URL });
    database = new Client({ connectionString: DATABASE_URL });
    await database.connect();
  });
  afterEach(() => database.end());

  const logout = (server: BuiltServer, token: string) =>
    server.post('/auth/logout', {}, { authorization: `Bearer ${token}` });

  /** Somebody whose session both replicas remember. */
  const known = async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const { auth_token: token } = (await (await a.register(email)).json()) as { auth_token: string };
    for (const replica of [a, b, a, b]) expect((await statusAt(replica, token)).status).toBe(200);
    return { email, token };
  };

  it('agree at once that a session is over', async () => {
    const delays = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { token } = await known();
      expect((await logout(a, token)).status).toBe(200);
      expect((await statusAt(a, token)).status).toBe(401);
      delays.push(await refusedAfter(b, token));
    }
    const p99 = delays.sort((one, other) => one - other)[Math.ceil(ROUNDS * 0.99) - 1] as number;
    console.info(`Revoked on A, refused on B: p99 ${p99.toFixed(1)} ms of ${ROUNDS}`);
  });

  it.each([
    ['is disabled', 'UPDATE users SET is_active = false WHERE email = $1', 401],
    ['is deleted', 'DELETE FROM users WHERE email = $1', 401],
  ])('agree that a user %s, whoever did it', async (_, statement) => {
    const { email, token } = await known();
    await database.query(statement, [email]);
    await Promise.all([refusedAfter(a, token), refusedAfter(b, token)]);
  });

  it.each([
    ['one device is signed out', 'DELETE', (sid: string) => `/auth/sessions/${sid}`, 200],
    ['all other devices are signed out', 'DELETE', () => '/auth/sessions', 200],
    ['the password is changed', 'POST', () => '/auth/account/password', 401],
    ['the account is deleted', 'DELETE', () => '/auth/account', 401],
  ])('agree at once that %s', async (_, method, pathOf, kept) => {
    const { email, token } = await known();
    const { auth_token: other } = (await (await a.login(email)).json()) as { auth_token: string };
    for (const replica of [a, b, a, b]) expect((await statusAt(replica, other)).status).toBe(200);
    const answer = await fetch(a.url + pathOf((jwt.decode(other) as { sid: string }).sid), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ current_password: PASSWORD, new_password: 'another horse battery' }),
    });
    expect([answer.status, (await statusAt(a, other)).status]).toEqual([200, 401]);
    await refusedAfter(b, other);
    expect([(await statusAt(a, token)).status, (await statusAt(b, token)).status]).toEqual([kept, kept]);
    const { auth_token: renewed } = (await answer.json()) as { auth_token?: string };
    if (renewed !== undefined) expect((await statusAt(b, renewed)).status).toBe(200);
  });

  it('agree that a generation is skipped, and end the session where it is seen', async () => {
    const body = { email: `${crypto.randomUUID()}@example.com`, password: PASSWORD };
    const first = await tokensIn(a.post('/auth/register', body, { 'x-refresh': 'body' }));
    for (const replica of [a, b, a, b]) expect((await statusAt(replica, first.auth_token)).status).toBe(200);
    const refresh = () => tokensIn(a.post('/auth/refresh', { refresh_token: first.refresh_token }));
    const stolen = await refresh();
    await database.query(`UPDATE sessions SET rotated_at = rotated_at - interval '11 seconds'`);
    const owner = await refresh();
    expect((await statusAt(b, owner.auth_token)).status).toBe(200);
    await refusedAfter(b, stolen.auth_token);
    await refusedAfter(a, owner.auth_token);
    expect((await database.query('SELECT ended_reason FROM sessions')).rows).toEqual([
      { ended_reason: 'refresh_reused' },
    ]);
  });

  it('see a new role without a new sign-in', async () => {
    const { email, token } = await known();
    await database.query(`UPDATE users SET roles = '{user,admin}' WHERE email = $1`, [email]);
    const isAdmin = async (replica: BuiltServer) =>
      ((await (await statusAt(replica, token)).json()) as { data: { admin: boolean } }).data.admin;
    for (const replica of [a, b]) await until(() => isAdmin(replica));
    expect([await isAdmin(a), await isAdmin(b)]).toEqual([true, true]);
  });

  it('believe nothing they remember while the link that tells them of changes is cut', async () => {
    const { token } = await known();
    const links = `FROM pg_stat_activity WHERE application_name = 'latchkey-listen' AND datname = current_database()`;
    // A server may answer a little before it listens, which it does for sure once it asks whether the link is alive.
    await until(async () => (await database.query(`SELECT ${links} AND query = 'SELECT 1'`)).rowCount === 2);
    expect((await database.query(`SELECT pg_terminate_backend(pid) ${links}`)).rowCount).toBe(2);
    await database.query('UPDATE sessions SET ended_at = now() WHERE ended_at IS NULL');
    await refusedAfter(b, token);
    const later = await known();
    await logout(a, later.token);
    await refusedAfter(b, later.token);
  });
});
