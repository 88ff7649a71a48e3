import { HashingPool } from '@latchkey/nest/passwords';
import { Sessions } from '@latchkey/nest/sessions';
import jwt from 'jsonwebtoken';
import { PASSWORD, SECRET, TestApi } from '../start-api';

const newName = () => `u-${crypto.randomUUID().slice(0, 13)}`;
const now = () => Math.floor(Date.now() / 1000);

/** The same token, issued two days ago: past its own end. */
const aged = (token: string): string => {
  const { header, payload } = jwt.decode(token, { complete: true }) as jwt.Jwt;
  return jwt.sign({ ...(payload as object), iat: now() - 172_800, exp: now() - 86_400 }, SECRET, { header });
};

const INCORRECT = {
  error: 'AuthenticationError',
  message: 'The username and/or password are incorrect',
  status_code: 401,
};

const BLACKLISTED = { error: 'BlacklistedError', message: 'access permission has been revoked', status_code: 403 };

describe('the dialect of jwtlogin-flask', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  const token = async (answer: ReturnType<TestApi['post']>) => (await answer).body['access_token'] as string;
  const register = (username: unknown, password: unknown = PASSWORD) =>
    api.post('/api/registration', { username, password });
  const login = (username: unknown, password: unknown = PASSWORD) => api.post('/api/login', { username, password });
  const refresh = (body: string, type = 'text/plain;charset=UTF-8') =>
    api.send('POST', '/api/refresh', { body, headers: { 'content-type': type } });
  const disable = (username: string) => api.sql('UPDATE users SET is_active = false WHERE username = $1', [username]);

  it('is alive, with and without a slash at the end', async () => {
    for (const path of ['/api', '/api/']) {
      expect(await api.get(path)).toMatchObject({ status: 200, body: { 'JWT Server Application': 'Running!' } });
    }
  });

  it('registers, logs in and opens the protected endpoint', async () => {
    const username = newName();
    const registered = await register(username);
    expect([registered.status, registered.body]).toEqual([200, { access_token: expect.any(String) }]);
    const entered = await login(username.toUpperCase());
    expect([entered.status, entered.body]).toEqual([200, { access_token: expect.any(String) }]);
    expect(entered.headers.getSetCookie()).toEqual([]);
    const { exp, iat, jti } = jwt.decode(entered.body['access_token'] as string) as jwt.JwtPayload;
    expect([(exp as number) - (iat as number), jti]).toEqual([86_400, expect.any(String)]);
    const open = await api.get('/api/protected', entered.body['access_token'] as string);
    expect([open.status, open.body]).toEqual([200, { message: `protected endpoint (allowed usr ${username})` }]);
  });

  it.each(['text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', 'application/json', 'x/y', undefined])(
    'reads the body as JSON when it comes as %s',
    async (type) => {
      const body = JSON.stringify({ username: newName(), password: PASSWORD });
      for (const path of ['/api/registration', '/api/login']) {
        const init = {
          method: 'POST',
          body: new TextEncoder().encode(body),
          headers: type ? { 'content-type': type } : {},
        };
        const response = await fetch(api.url + path, init);
        expect([response.status, await response.json()]).toEqual([200, { access_token: expect.any(String) }]);
      }
    },
  );

  it('answers an unknown name and a wrong password alike, after the same work', async () => {
    const username = newName();
    await register(username);
    for (const attempt of [() => login(username, 'wrong'), () => login(newName()), () => login('no\0name')]) {
      const before = api.app.get(HashingPool).operations;
      const answer = await attempt();
      expect([answer.status, answer.body]).toEqual([401, INCORRECT]);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="latchkey"');
      expect(api.app.get(HashingPool).operations - before).toBe(1);
    }
  });

  it.each([
    ['no password', '/api/login', { username: 'ada' }, 'Enter your password'],
    ['a number for a name', '/api/login', { username: 7, password: PASSWORD }, 'Enter your user name'],
    ['name and e-mail, but no password', '/api/login', { username: 'ada', email: 'a@b.co' }, 'Enter your password'],
    ['nothing', '/api/registration', {}, 'Enter a user name'],
    ['an empty name', '/api/registration', { username: '', password: PASSWORD }, 'Use at least 2 characters'],
    ['a list for a password', '/api/registration', { username: 'ada', password: [] }, 'Enter your password'],
    [
      'a short password',
      '/api/registration',
      { username: 'ada', password: 'x' },
      'Password must be at least 8 characters',
    ],
    ['the name as password', '/api/registration', { username: 'ada-of-old', password: 'ADA-of-old' }, /not your/],
    ['a list', '/api/registration', [], 'Send a JSON object.'],
    ['broken JSON', '/api/registration', '{', 'The body is not valid JSON.'],
  ])('answers 400 to %s at %s', async (_, path, body, message) => {
    const answer = await api.post(path, body, { 'content-type': 'text/plain' });
    const words = message instanceof RegExp ? expect.stringMatching(message) : message;
    expect([answer.status, answer.body]).toEqual([400, { error: 'BadRequest', message: words, status_code: 400 }]);
  });

  it('lets a known name in with its password, and leaves it its password otherwise', async () => {
    const username = newName();
    await register(username);
    expect((await register(username)).status).toBe(200);
    const other = await register(username, 'another password');
    expect([other.status, other.body]).toEqual([401, INCORRECT]);
    expect((await login(username)).status).toBe(200);
  });

  it('makes one account of 20 registrations at once', async () => {
    const username = newName();
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(username)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await api.sql('SELECT count(*)::int AS n FROM users WHERE username = $1', [username])).toEqual([{ n: 1 }]);
  });

  it('shuts an inactive user out at once, from login, endpoint and refresh', async () => {
    const username = newName();
    const held = await token(register(username));
    expect((await api.get('/api/protected', held)).status).toBe(200);
    await disable(username);
    const answer = await login(username);
    const error = 'InvalidUserError';
    const message = 'The user is not valid or has had access revoked';
    expect([answer.status, answer.body]).toEqual([403, { error, message, status_code: 403 }]);
    const shut = await api.until(
      () => api.get('/api/protected', held),
      ({ status }) => status !== 200,
    );
    expect([shut.status, shut.body]).toEqual([403, BLACKLISTED]);
    expect((await refresh(held)).status).toBe(401);
  });

  it('takes no token whose session is over: 403 at the endpoint, 401 at the refresh', async () => {
    const held = await token(register(newName()));
    expect((await api.get('/api/protected', held)).status).toBe(200);
    await api.app.get(Sessions).end((jwt.decode(held) as { sid: string }).sid, 'logout');
    const shut = await api.get('/api/protected', held);
    expect([shut.status, shut.body, shut.headers.get('www-authenticate')]).toEqual([403, BLACKLISTED, null]);
    const late = await refresh(held);
    expect([late.status, late.body]).toEqual([401, { ...BLACKLISTED, status_code: 401 }]);
  });

  it('names what is wrong with a token, in its shape and without a word of the library', async () => {
    const held = await token(register(newName()));
    const missing = { error: 'MissingToken', message: "JWT token not found in headers under 'Authorization'" };
    const malformed = { error: 'InvalidTokenHeader', message: 'JWT header structure is invalid' };
    const invalid = { error: 'InvalidTokenHeader', message: 'failed to decode JWT token' };
    const expired = { error: 'ExpiredAccessError', message: 'access permission has expired' };
    for (const [authorization, words] of [
      [undefined, missing],
      [`Basic ${held}`, malformed],
      [`Bearer${held}`, malformed],
      ['Bearer garbage', invalid],
      [`Bearer ${held}=`, invalid],
      [`Bearer ${aged(held)}`, expired],
    ] as const) {
      const answer = await api.send('GET', '/api/protected', { headers: { ...(authorization && { authorization }) } });
      expect([answer.status, answer.body]).toEqual([401, { ...words, status_code: 401 }]);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="latchkey"/);
    }
  });

  it('refreshes a bare token, or a bearer token, expired or not, into a new one', async () => {
    const username = newName();
    const held = await token(register(username));
    const authorization = { headers: { authorization: `Bearer ${held}` } };
    for (const answer of [
      await refresh(held),
      await refresh(aged(held)),
      await refresh(`${held}\n`, 'application/json'),
      await refresh(held, 'application/x-www-form-urlencoded'),
      await api.send('POST', '/api/refresh', authorization),
    ]) {
      expect([answer.status, answer.body]).toEqual([200, { access_token: expect.any(String) }]);
      const fresh = answer.body['access_token'] as string;
      expect((jwt.decode(fresh) as jwt.JwtPayload).jti).not.toBe((jwt.decode(held) as jwt.JwtPayload).jti);
      expect((await api.get('/api/protected', fresh)).status).toBe(200);
    }
  });

  it('refreshes for as long as the session lives, and each time keeps it from falling idle', async () => {
    const held = await token(register(newName()));
    const { sid } = jwt.decode(held) as { sid: string };
    await api.sql(`UPDATE sessions SET idle_expires_at = now() + interval '1 minute' WHERE id = $1`, [sid]);
    expect((await refresh(aged(held))).status).toBe(200);
    const [row] = await api.sql(
      `SELECT idle_expires_at > now() + interval '13 days' AS kept FROM sessions WHERE id = $1`,
      [sid],
    );
    expect(row).toEqual({ kept: true });
    await api.sql('UPDATE sessions SET expires_at = now() WHERE id = $1', [sid]);
    const late = await api.until(
      () => refresh(held),
      ({ status }) => status !== 200,
    );
    expect(late).toMatchObject({ status: 401, body: { error: 'BlacklistedError', status_code: 401 } });
  });

  it.each([
    ['nothing', ''],
    ['garbage', 'garbage'],
    ['JSON', '{"access_token":"x"}'],
    ['broken JSON', '{'],
  ])('refuses to refresh %s', async (_, body) => {
    for (const type of ['text/plain', 'application/json']) {
      expect(await refresh(body, type)).toMatchObject({ status: 401, body: { status_code: 401 } });
    }
  });

  it('answers a body that is too large in its shape', async () => {
    const answer = await api.post('/api/registration', 'x'.repeat(20_000), { 'content-type': 'text/plain' });
    expect(answer).toMatchObject({ status: 413, body: { error: 'PayloadTooLarge', status_code: 413 } });
  });

  it('takes no role from a body', async () => {
    const username = newName();
    const body = { username, password: PASSWORD, roles: 'admin', rls: 'admin', is_active: false, id: 1 };
    await api.post('/api/registration', body);
    const [row] = await api.sql('SELECT roles, is_active FROM users WHERE username = $1', [username]);
    expect(row).toEqual({ roles: ['user'], is_active: true });
  });
});
