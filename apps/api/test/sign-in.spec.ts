import { hashSync } from 'bcryptjs';
import { HashingPool } from '@latchkey/nest/passwords';
import { PASSWORD, TestApi } from './start-api';

const RFC1123 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

describe('signing in', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  const login = (email: string, password = PASSWORD) => api.post('/auth/login', { email, password });
  const hashOperations = () => api.app.get(HashingPool).operations;

  it('registers, tells who is signed in, and logs out', async () => {
    const registered = await api.post('/auth/register', { email: ' Ada@Example.com', password: PASSWORD });
    expect(registered.status).toBe(201);
    expect(registered.headers.get('cache-control')).toBe('no-store');
    expect(registered.body).toEqual({
      status: 'success',
      message: 'Successfully registered.',
      auth_token: expect.any(String),
      expires_in: 900,
      data: {
        user_id: expect.any(String),
        email: 'ada@example.com',
        username: null,
        display_name: null,
        admin: false,
        roles: ['user'],
        is_active: true,
        registered_on: expect.stringMatching(RFC1123),
      },
    });
    const token = registered.body.auth_token;
    const { user_id, registered_on } = registered.body.data;
    const data = {
      user_id,
      email: 'ada@example.com',
      admin: false,
      roles: ['user'],
      registered_on,
      expires_in: expect.any(Number),
    };
    for (const path of ['/auth/status', '/auth/user']) {
      expect(await api.get(path, token)).toMatchObject({ status: 200, body: { status: 'success', data } });
    }
    expect((await api.get('/auth/protected', token)).body).toEqual({
      status: 'success',
      message: 'protected endpoint (allowed user ada@example.com)',
    });
    expect(await api.logout(token)).toMatchObject({ status: 200, body: { message: 'Successfully logged out.' } });
    expect((await api.logout(token)).body).toMatchObject({ code: 'session_revoked' });
  });

  it('logs in with the e-mail in any case, into a session of its own', async () => {
    const { email, token } = await api.newcomer();
    const again = await login(email.toUpperCase());
    expect(again).toMatchObject({
      status: 200,
      body: { message: 'Successfully logged in.', expires_in: 900, data: { email } },
    });
    await api.logout(token);
    expect((await api.get('/auth/status', again.body.auth_token)).status).toBe(200);
  });

  it('answers an unknown e-mail and a wrong password alike, after the same work', async () => {
    const { email } = await api.newcomer();
    const answers = [];
    for (const attempt of [
      () => login(email, 'wrong password'),
      () => login('nobody@example.com'),
      () => login('not an e-mail'),
    ]) {
      const before = hashOperations();
      const { status, body, headers } = await attempt();
      answers.push({
        status,
        body: { ...body, request_id: '' },
        challenge: headers.get('www-authenticate'),
        work: hashOperations() - before,
      });
    }
    expect(answers[0]).toMatchObject({
      status: 401,
      work: 1,
      body: { code: 'wrong_credentials', message: 'Invalid email or password.' },
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('says that an account is disabled only to whom knows its password', async () => {
    const { email } = await api.newcomer();
    await api.sql('UPDATE users SET is_active = false WHERE email = $1', [email]);
    expect(await login(email)).toMatchObject({ status: 403, body: { code: 'account_disabled' } });
    expect(await login(email, 'wrong password')).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
  });

  it('lets one of 50 registrations at once have the address', async () => {
    const before = hashOperations();
    const body = { email: 'race@example.com', password: PASSWORD };
    const answers = await Promise.all(Array.from({ length: 50 }, () => api.post('/auth/register', body)));
    const counts = Map.groupBy(answers, ({ status }) => status);
    expect([counts.get(201)?.length, counts.get(409)?.length]).toEqual([1, 49]);
    expect(counts.get(409)?.[0]?.body).toMatchObject({
      code: 'email_taken',
      message: 'User already exists. Please Log in.',
    });
    expect(hashOperations() - before).toBe(50);
    const [rows] = await api.sql(
      `SELECT count(*)::int AS sessions FROM sessions JOIN users ON users.id = user_id WHERE email = $1`,
      [body.email],
    );
    expect(rows).toEqual({ sessions: 1 });
  });

  it('ignores what a stranger may not set', async () => {
    const body = {
      email: 'eve@example.com',
      password: PASSWORD,
      roles: ['admin'],
      admin: true,
      is_active: false,
      user_id: 'x',
    };
    expect((await api.post('/auth/register', body)).body.data).toMatchObject({
      admin: false,
      roles: ['user'],
      is_active: true,
    });
  });

  it.each([
    ['too short', 'seven77', 'Use at least 8 characters'],
    ['common', 'Password1', 'This is one of the most common passwords. Choose one that nobody would guess'],
    [
      'the e-mail',
      'grace@example.com',
      'Choose a password that is not your e-mail address, your user name or the name of this site',
    ],
  ])('refuses a password that is %s, and says so under the field', async (_, password, message) => {
    const answer = await api.post('/auth/register', { email: 'grace@example.com', password });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'invalid_input', errors: [{ path: 'password', message }] },
    });
  });

  it('tells passwords apart that differ only after 72 bytes', async () => {
    const long = 'x'.repeat(100);
    await api.post('/auth/register', { email: 'long@example.com', password: `${long}a` });
    expect((await login('long@example.com', `${long}b`)).status).toBe(401);
    expect((await login('long@example.com', `${long}a`)).status).toBe(200);
  });

  it('keeps an imported hash that never saw the end of a password, until a new one is set', async () => {
    const { email, token } = await api.newcomer();
    const right = `${'a long passphrase '.repeat(5)}-END`;
    await api.sql('UPDATE users SET password_hash = $1 WHERE email = $2', [hashSync(right, 4), email]);
    for (const typed of [right.slice(0, 72), right.replace('-END', '-EMD'), right])
      expect((await login(email, typed)).status).toBe(200);
    const body = { current_password: right, new_password: `${right} and on` };
    expect((await api.as(token, 'POST', '/auth/account/password', body)).status).toBe(200);
    for (const [typed, status] of [
      [right, 401],
      [body.new_password, 200],
    ] as const)
      expect((await login(email, typed)).status).toBe(status);
  });

  it('renews a hash of another cost at the next login, and only that', async () => {
    const stronger = await TestApi.start({ PASSWORD_COST: '5' });
    const { email } = await stronger.newcomer();
    const { email: here } = await api.newcomer();
    const hashOf = (target: TestApi, of: string) =>
      target.sql<{ h: string }>('SELECT password_hash AS h FROM users WHERE email = $1', [of]);
    const [foreign] = await hashOf(stronger, email);
    await api.sql('UPDATE users SET password_hash = $1 WHERE email = $2', [foreign?.h, here]);
    expect((await login(here)).status).toBe(200);
    expect((await hashOf(api, here))[0]?.h).toMatch(/^v1\$test\$2b\$04\$/);
    expect((await login(here)).status).toBe(200);
  });
});
