import jwt from 'jsonwebtoken';
import { type Answer, PASSWORD, SECRET, TestApi } from './start-api';

const PAGE = { 'sec-fetch-site': 'same-origin' };
const ELSEWHERE = { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' };

/** The cookies of a browser, by name. */
type Jar = Record<string, string>;
const cookiesIn = ({ headers }: Answer): Jar =>
  Object.fromEntries(headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line)?.slice(1) as [string, string]));
const sent = (jar: Jar) => ({
  cookie: Object.entries(jar)
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
});

describe('with tokens in cookies', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start({ TOKEN_CARRIER: 'cookie' })));

  const enter = async (body: object = {}, headers: Record<string, string> = {}) => {
    const email = `${crypto.randomUUID()}@example.com`;
    const answer = await api.post('/auth/register', { email, password: PASSWORD, ...body }, { ...PAGE, ...headers });
    return { email, answer, jar: cookiesIn(answer) };
  };
  const get = (path: string, jar: Jar) => api.send('GET', path, { headers: sent(jar) });
  const post = (path: string, jar: Jar, headers: Record<string, string> = PAGE) =>
    api.post(path, {}, { ...headers, ...sent(jar) });

  it('no body holds a token, whatever was asked for, and no script can read one', async () => {
    const { answer, jar, email } = await enter({}, { 'x-refresh': 'body' });
    const login = await api.post('/auth/login', { email, password: PASSWORD }, { 'x-refresh': 'body' });
    const refreshed = await post('/auth/refresh', jar);
    for (const { status, body, headers } of [answer, login, refreshed]) {
      expect([status < 300, Object.keys(body).filter((key) => key.includes('token'))]).toEqual([true, []]);
      expect(JSON.stringify(body)).not.toMatch(/eyJ|[\w-]{60}/);
      const lines = headers.getSetCookie();
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(line).toMatch(/; HttpOnly; SameSite=Strict$/);
    }
    expect(answer.body).toMatchObject({ expires_in: 900, data: { email } });
  });

  it('lets in who brings the cookie', async () => {
    const { email, jar } = await enter();
    const { status, body } = await get('/auth/status', jar);
    expect([status, body.data['email']]).toEqual([200, email]);
  });

  it('takes an access token for nothing else, and nothing else for one', async () => {
    const { jar } = await enter();
    const { latchkey_3000_access: access = '', latchkey_3000_refresh: refresh = '' } = jar;
    expect((await get('/auth/status', { latchkey_3000_access: refresh })).body).toMatchObject({
      code: 'token_invalid',
    });
    expect((await post('/auth/refresh', { latchkey_3000_refresh: access })).body).toMatchObject({
      code: 'refresh_invalid',
    });
    expect((await get('/auth/status', { latchkey_3000_refresh: refresh })).body).toMatchObject({
      code: 'token_missing',
    });
    expect((await api.post('/auth/refresh', { refresh_token: refresh })).body).toMatchObject({
      code: 'refresh_missing',
    });
  });

  it.each([
    ['another site', { ...ELSEWHERE }],
    ['nobody knows where', {}],
    ['a form', { ...PAGE, 'content-type': 'application/x-www-form-urlencoded' }],
  ])('changes nothing for a call from %s', async (_, headers) => {
    const { jar } = await enter();
    const answer = await post('/auth/logout', jar, headers);
    expect([403, 415]).toContain(answer.status);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const byAccessCookie = await post(
      '/auth/logout',
      { latchkey_3000_access: jar['latchkey_3000_access'] as string },
      headers,
    );
    expect([403, 415]).toContain(byAccessCookie.status);
    expect((await get('/auth/status', jar)).status).toBe(200);
  });

  it('exchanges an expired token for the next pair', async () => {
    const { jar } = await enter();
    const claims = jwt.decode(jar['latchkey_3000_access'] as string) as object;
    const header = { alg: 'HS256', typ: 'at+jwt' } as const;
    const expired = jwt.sign({ ...claims, exp: Math.floor(Date.now() / 1000) - 60 }, SECRET, { header });
    expect((await get('/auth/status', { ...jar, latchkey_3000_access: expired })).body).toMatchObject({
      code: 'token_expired',
    });
    const next = cookiesIn(await post('/auth/refresh', { ...jar, latchkey_3000_access: expired }));
    expect((await get('/auth/status', next)).status).toBe(200);
  });

  it('brings the new pair after a change of the password, in no body, and leaves the one before it dead', async () => {
    const { jar } = await enter();
    const body = { current_password: PASSWORD, new_password: 'another horse battery' };
    const changed = await api.post('/auth/account/password', body, { ...PAGE, ...sent(jar), 'x-refresh': 'body' });
    expect([changed.status, Object.keys(changed.body).sort()]).toEqual([200, ['expires_in', 'message', 'status']]);
    expect((await get('/auth/status', jar)).body).toMatchObject({ code: 'token_expired' });
    expect((await post('/auth/refresh', jar)).body).toMatchObject({ code: 'refresh_invalid' });
    const next = cookiesIn(changed);
    expect([(await get('/auth/status', next)).status, (await post('/auth/refresh', next)).status]).toEqual([200, 200]);
  });

  it('logs out, clears both cookies, and the copies of them are dead', async () => {
    const { jar } = await enter();
    const answer = await post('/auth/logout', jar);
    expect([answer.status, cookiesIn(answer)]).toEqual([200, { latchkey_3000_access: '', latchkey_3000_refresh: '' }]);
    expect((await get('/auth/status', jar)).body).toMatchObject({ code: 'session_revoked' });
    expect((await post('/auth/refresh', jar)).body).toMatchObject({ code: 'session_revoked' });
  });

  it('clears both cookies where the refresh token is none', async () => {
    const answer = await post('/auth/refresh', { latchkey_3000_refresh: 'garbage' });
    expect([answer.status, cookiesIn(answer)]).toEqual([401, { latchkey_3000_access: '', latchkey_3000_refresh: '' }]);
  });

  it('has an access token that came alone forgotten, but not for another site', async () => {
    const { latchkey_3000_access: access = '' } = (await enter()).jar;
    const elsewhere = await post('/auth/refresh', { latchkey_3000_access: access }, ELSEWHERE);
    expect([elsewhere.body.code, elsewhere.headers.getSetCookie()]).toEqual(['refresh_missing', []]);
    const answer = await post('/auth/refresh', { latchkey_3000_access: access });
    expect([answer.status, answer.body.code]).toEqual([401, 'refresh_missing']);
    const gone = (name: string, path: string) =>
      expect.stringMatching(`^${name}=; Path=${path}; Max-Age=0; Expires=Thu, 01 Jan 1970`);
    expect(answer.headers.getSetCookie()).toEqual([
      gone('latchkey_3000_access', '/'),
      gone('latchkey_3000_refresh', '/auth'),
    ]);
  });

  it.each([
    ['is remembered', true, /Max-Age=2592000/],
    ['is not to be remembered', false, /^(?!.*(Max-Age|Expires))/],
  ])('a session that %s has cookies to match', async (_, remember, form) => {
    const { answer } = await enter({ remember });
    for (const line of answer.headers.getSetCookie()) expect(line).toMatch(form);
  });

  it('still takes a bearer token, and goes by it alone where one is sent', async () => {
    const { jar } = await enter();
    const bearer = (token: string) =>
      api.send('GET', '/auth/status', { headers: { ...sent(jar), authorization: `Bearer ${token}` } });
    expect((await bearer(jar['latchkey_3000_access'] as string)).status).toBe(200);
    expect((await bearer('garbage')).body).toMatchObject({ code: 'token_invalid' });
  });
});

it('behind https the cookies are for it alone, under names that nobody can take over', async () => {
  const api = await TestApi.start({ TOKEN_CARRIER: 'cookie', PUBLIC_URL: 'https://login.acme.test' });
  const { headers } = await api.post('/auth/register', { email: 'ada@example.com', password: PASSWORD });
  const [refresh, access] = headers.getSetCookie();
  expect(refresh).toMatch(
    /^__Secure-latchkey_refresh=[^;]+; Path=\/auth; Max-Age=2592000; HttpOnly; Secure; SameSite=/,
  );
  expect(access).toMatch(/^__Host-latchkey_access=[^;]+; Path=\/; Max-Age=2592000; HttpOnly; Secure; SameSite=Strict$/);
});

it('with tokens in headers no cookie lets anybody in', async () => {
  const api = await TestApi.start();
  const { token } = await api.newcomer();
  const { body } = await api.send('GET', '/auth/status', { headers: sent({ latchkey_3000_access: token }) });
  expect(body).toMatchObject({ code: 'token_missing' });
});
