import jwt from 'jsonwebtoken';
import { PASSWORD, TestApi } from '../start-api';
import { whileFull } from '../full-queue';
import { cookieOf } from './cookie';

const DEPRECATION = `@${Date.UTC(2026, 10, 21) / 1000}`;

/** One user with an e-mail and a user name, signed in through all four families. */
async function everywhere(api: TestApi) {
  const { email, token } = await api.newcomer();
  const username = `u-${crypto.randomUUID().slice(0, 13)}`;
  await api.sql('UPDATE users SET username = $1 WHERE email = $2', [username, email]);
  const [cookie, uidCookie, named] = [
    await api.post('/api/login', { email, password: PASSWORD }),
    await api.post('/api/authenticate', { uid: username, password: PASSWORD }),
    await api.post('/api/login', { username, password: PASSWORD }),
  ];
  return {
    email,
    username,
    token,
    session: cookieOf(cookie, 'session').value,
    uid: cookieOf(uidCookie, 'jwt_python_flask').value,
    praetorian: named.body['access_token'] as string,
  };
}

type Carriers = Awaited<ReturnType<typeof everywhere>>;

describe('the four families', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  const cookie = (pair: string) => ({ headers: { cookie: pair } });
  /** Which carriers still open their family's door. */
  const open = async ({ token, session, uid, praetorian }: Carriers) => ({
    session: (await api.send('GET', '/api/status', cookie(`session=${session}`))).body['status'],
    token: (await api.get('/auth/status', token)).status === 200,
    uid: (await api.send('GET', '/api/id', cookie(`jwt_python_flask=${uid}`))).status === 200,
    praetorian: (await api.get('/api/protected', praetorian)).status === 200,
  });
  const ALL = { session: true, token: true, uid: true, praetorian: true };
  const NONE = { session: false, token: false, uid: false, praetorian: false };

  it('know one user', async () => {
    const person = await everywhere(api);
    const { data } = (await api.get('/auth/status', person.token)).body;
    const id = await api.send('GET', '/api/id', cookie(`jwt_python_flask=${person.uid}`));
    expect(id.body).toMatchObject({ id: data['user_id'], uid: person.username, email: person.email, role: 'User' });
    const subjects = [person.token, person.session, person.uid, person.praetorian].map(
      (token) => jwt.decode(token)?.sub,
    );
    expect(new Set(subjects)).toEqual(new Set([data['user_id']]));
  });

  it('see one set of roles, each in its way', async () => {
    const person = await everywhere(api);
    await api.sql(`UPDATE users SET roles = '{user,admin}' WHERE email = $1`, [person.email]);
    const id = await api.until(
      () => api.send('GET', '/api/id', cookie(`jwt_python_flask=${person.uid}`)),
      ({ body }) => body['role'] === 'Admin',
    );
    expect(id.body['role']).toBe('Admin');
    expect((await api.get('/auth/status', person.token)).body.data).toMatchObject({ admin: true });
  });

  it('each end their own session, and no other', async () => {
    const person = await everywhere(api);
    expect(await open(person)).toEqual(ALL);
    await api.send('GET', '/api/logout', cookie(`session=${person.session}`));
    expect(await open(person)).toEqual({ ...ALL, session: false });
    await api.send('DELETE', '/api/authenticate', cookie(`jwt_python_flask=${person.uid}`));
    expect(await open(person)).toEqual({ ...ALL, session: false, uid: false });
    await api.logout(person.token);
    expect(await open(person)).toEqual({ ...NONE, praetorian: true });
  });

  it('all shut at once when the user is disabled', async () => {
    const person = await everywhere(api);
    expect(await open(person)).toEqual(ALL);
    await api.sql('UPDATE users SET is_active = false WHERE email = $1', [person.email]);
    await api.until(
      () => api.get('/auth/status', person.token),
      ({ status }) => status !== 200,
    );
    expect(await open(person)).toEqual(NONE);
  });

  it('take no token of one another', async () => {
    const { token, session, uid, praetorian } = await everywhere(api);
    const tokens = { token, session, uid, praetorian };
    for (const [kind, value] of Object.entries(tokens)) {
      const opened = await open({
        email: '',
        username: '',
        token: value,
        session: value,
        uid: value,
        praetorian: value,
      });
      expect(opened).toEqual({ ...NONE, [kind]: true });
      const refreshed = await api.send('POST', '/api/refresh', { body: value });
      expect(refreshed.status).toBe(kind === 'praetorian' ? 200 : 401);
    }
  });

  it('share an address, where the key decides and each keeps to its carrier', async () => {
    const { email, username } = await everywhere(api);
    const both = await api.post('/api/login', { email, username, password: PASSWORD });
    expect([both.body, both.headers.getSetCookie()]).toEqual([{ access_token: expect.any(String) }, []]);
  });

  it('say that they are deprecated, and the product’s own API does not', async () => {
    for (const [method, path] of [
      ['GET', '/api'],
      ['GET', '/api/status'],
      ['GET', '/api/id'],
      ['GET', '/api/nothing'],
      ['POST', '/api/logout'],
      ['POST', '/api/login'],
      ['OPTIONS', '/api/id'],
    ] as const) {
      expect([path, (await api.send(method, path)).headers.get('deprecation')]).toEqual([path, DEPRECATION]);
    }
    for (const path of ['/auth/status', '/health/live', '/apis']) {
      expect([path, (await api.get(path)).headers.get('deprecation')]).toEqual([path, null]);
    }
  });
});

describe('a server that is busy', () => {
  it('says so with 503 and Retry-After, in each family’s shape', async () => {
    const api = await TestApi.start({ PASSWORD_THREADS: '1', PASSWORD_QUEUE: '1' });
    const message = 'The service is busy. Please try again in a moment.';
    for (const [path, body, words] of [
      ['/api/login', { email: 'a@b.co', password: PASSWORD }, { result: false }],
      [
        '/api/login',
        { username: 'ada', password: PASSWORD },
        { error: 'ServiceUnavailable', message, status_code: 503 },
      ],
      ['/api/authenticate', { uid: 'ada', password: PASSWORD }, { message, data: null, error: 'Service Unavailable' }],
    ] as const) {
      const busy = await whileFull(api, 2, () => api.post(path, body));
      expect([busy.status, busy.body]).toEqual([503, words]);
      expect(busy.headers.get('retry-after')).toMatch(/^\d+$/);
    }
  });
});
