import { HashingPool } from '@latchkey/nest/passwords';
import { PASSWORD, TestApi } from '../start-api';
import { cookieOf } from './cookie';

const newEmail = () => `${crypto.randomUUID()}@example.com`;

describe('the dialect of flask-angular-auth', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  const register = (email: unknown, password: unknown = PASSWORD) => api.post('/api/register', { email, password });
  const login = (email: unknown, password: unknown = PASSWORD) => api.post('/api/login', { email, password });
  const ask = (path: string, cookie?: string, headers: Record<string, string> = {}) =>
    api.send('GET', path, { headers: { ...(cookie && { cookie }), ...headers } });
  const signIn = async (email: string) => cookieOf(await login(email), 'session').pair;

  it('registers without signing in, logs in, tells the status, logs out', async () => {
    const email = newEmail();
    const registered = await register(email);
    expect([registered.status, registered.body]).toEqual([200, { result: 'success' }]);
    expect(registered.headers.getSetCookie()).toEqual([]);
    const entered = await login(email);
    expect([entered.status, entered.body]).toEqual([200, { result: true }]);
    const { pair, attributes } = cookieOf(entered, 'session');
    expect(attributes).toEqual(['httponly', 'path=/', 'samesite=lax']);
    expect((await ask('/api/status', pair)).body).toEqual({ status: true });
    const left = await ask('/api/logout', pair);
    expect([left.status, left.body]).toEqual([200, { result: 'success' }]);
    expect(cookieOf(left, 'session')).toMatchObject({
      value: '',
      attributes: ['expires', 'httponly', 'max-age=0', 'path=/', 'samesite=lax'],
    });
    expect((await ask('/api/status', pair)).body).toEqual({ status: false });
  });

  it('marks the cookie Secure where the site is on https', async () => {
    const secure = await TestApi.start({ PUBLIC_URL: 'https://login.acme.test' });
    const { email } = await secure.newcomer();
    const { attributes } = cookieOf(await secure.post('/api/login', { email, password: PASSWORD }), 'session');
    expect(attributes).toEqual(['httponly', 'path=/', 'samesite=lax', 'secure']);
  });

  it('says in words that an e-mail is taken, whatever its case', async () => {
    const email = newEmail();
    await register(email);
    const again = await register(` ${email.toUpperCase()}`);
    expect([again.status, again.body]).toEqual([200, { result: 'this user is already registered' }]);
  });

  it.each([
    ['no e-mail', { password: PASSWORD }, 'Enter your e-mail address'],
    ['e-mail null', { email: null, password: PASSWORD }, 'Enter your e-mail address'],
    ['no address', { email: 'not-an-email', password: PASSWORD }, 'Enter an e-mail address such as ada@example.com'],
    ['no password', { email: 'a@example.com' }, 'Enter a password'],
    ['a number for a password', { email: 'a@example.com', password: 12345678 }, 'Enter a password'],
    ['an empty password', { email: 'a@example.com', password: '' }, 'Password must be at least 8 characters'],
    ['a short password', { email: 'a@example.com', password: 'test' }, 'Password must be at least 8 characters'],
    ['a common password', { email: 'a@example.com', password: 'Password1' }, expect.stringContaining('most common')],
    ['a list', [], 'Send a JSON object.'],
    ['broken JSON', '{', 'The body is not valid JSON.'],
  ])('refuses to register %s, in its shape', async (_, body, result) => {
    const answer = await api.post('/api/register', body);
    expect([answer.status, answer.body]).toEqual([400, { result }]);
  });

  it('refuses other types than JSON', async () => {
    const answer = await api.post('/api/register', `email=${newEmail()}`, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([answer.status, answer.body]).toEqual([400, { result: 'Send the body as application/json.' }]);
  });

  it('answers an unknown e-mail, a wrong password and a disabled account alike, after the same work', async () => {
    const [email, disabled] = [newEmail(), newEmail()];
    await Promise.all([register(email), register(disabled)]);
    await api.sql('UPDATE users SET is_active = false WHERE email = $1', [disabled]);
    for (const attempt of [
      () => login(email, 'wrong password'),
      () => login(newEmail()),
      () => login('no address'),
      () => login(disabled),
    ]) {
      const before = api.app.get(HashingPool).operations;
      const answer = await attempt();
      expect([answer.status, answer.body]).toEqual([200, { result: false }]);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(answer.headers.get('www-authenticate')).toBeNull();
      expect(api.app.get(HashingPool).operations - before).toBe(1);
    }
  });

  it('keeps a session when a later login fails', async () => {
    const email = newEmail();
    await register(email);
    const cookie = await signIn(email);
    await api.post('/api/login', { email, password: 'wrong password' }, { cookie });
    expect((await ask('/api/status', cookie)).body).toEqual({ status: true });
  });

  it.each([
    ['no password', { email: 'a@example.com' }],
    ['no e-mail', { password: PASSWORD }],
    ['a list for an e-mail', { email: [], password: PASSWORD }],
    ['a list', []],
    ['null', 'null'],
    ['a word', '"x"'],
    ['broken JSON', '{'],
    ['nothing', ''],
  ])('refuses a login with %s, in its shape', async (_, body) => {
    const answer = await api.post('/api/login', body);
    expect([answer.status, answer.body]).toEqual([400, { result: false }]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'signs nobody in by an e-mail sent as %s, which a form of another site can do',
    async (type) => {
      const email = newEmail();
      await register(email);
      const answer = await api.post('/api/login', { email, password: PASSWORD }, { 'content-type': type });
      expect([answer.status, answer.body, answer.headers.getSetCookie()]).toEqual([400, { result: false }, []]);
    },
  );

  it('takes a forged cookie, or one that is no token of its own, for nobody', async () => {
    const { email, token } = await api.newcomer();
    const pair = await signIn(email);
    const altered = `${pair.slice(0, -2)}${pair.endsWith('AA') ? 'EA' : 'AA'}`;
    for (const cookie of ['session=forged', `session=${token}`, `${pair}=`, altered, 'session=']) {
      const answer = await ask('/api/status', cookie);
      expect([answer.status, answer.body]).toEqual([200, { status: false }]);
    }
    expect((await api.get('/auth/status', pair.slice('session='.length))).body).toMatchObject({
      code: 'token_invalid',
    });
  });

  it('is signed out at once when the account is disabled', async () => {
    const email = newEmail();
    await register(email);
    const cookie = await signIn(email);
    expect((await ask('/api/status', cookie)).body).toEqual({ status: true });
    await api.sql('UPDATE users SET is_active = false WHERE email = $1', [email]);
    const answer = await api.until(
      () => ask('/api/status', cookie),
      ({ body }) => body['status'] === false,
    );
    expect(answer.body).toEqual({ status: false });
  });

  it('logs out without a session too, and only by GET', async () => {
    expect((await ask('/api/logout')).body).toEqual({ result: 'success' });
    expect((await ask('/api/logout', 'session=forged')).body).toEqual({ result: 'success' });
    const posted = await api.send('POST', '/api/logout');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, expect.stringContaining('GET')]);
  });

  it.each([
    ['a picture on another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page on another port', { 'sec-fetch-site': 'same-site' }, 403],
    ['a call of a foreign origin', { origin: 'https://evil.test' }, 403],
    ['a page of ours', { 'sec-fetch-site': 'same-origin' }, 200],
    ['the address bar', { 'sec-fetch-site': 'none' }, 200],
    ['an origin on the list', { origin: 'http://localhost:4200', 'sec-fetch-site': 'same-site' }, 200],
  ])('answers a logout by %s accordingly', async (_, headers, status) => {
    const email = newEmail();
    await register(email);
    const cookie = await signIn(email);
    expect((await ask('/api/logout', cookie, headers)).status).toBe(status);
    expect((await ask('/api/status', cookie)).body).toEqual({ status: status !== 200 });
  });

  it('makes no administrator of whoever says so', async () => {
    const email = newEmail();
    await api.post('/api/register', { email, password: PASSWORD, admin: true, roles: ['admin'], username: 'root' });
    const [row] = await api.sql('SELECT roles, username FROM users WHERE email = $1', [email]);
    expect(row).toEqual({ roles: ['user'], username: null });
  });

  it('lets the policy be loosened for it alone', async () => {
    const loose = await TestApi.start({ DIALECT_PASSWORD_MIN: '4' });
    const body = { email: 'test@test.com', password: 'test' };
    expect((await loose.post('/api/register', body)).body).toMatchObject({
      result: expect.stringContaining('not your'),
    });
    expect((await loose.post('/api/register', { ...body, password: 'tost' })).body).toEqual({ result: 'success' });
    expect((await loose.post('/auth/register', { ...body, email: 'b@test.com' })).status).toBe(422);
  });
});
