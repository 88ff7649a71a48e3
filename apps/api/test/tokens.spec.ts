import { jest } from '@jest/globals';
import { type Hint } from '@latchkey/contract';
import jwt from 'jsonwebtoken';
import { SECRET, TestApi } from './start-api';

const HOUR = 3600;
const now = () => Math.floor(Date.now() / 1000);

describe('a protected route', () => {
  let api: TestApi;
  let token: string;
  let claims: Record<string, unknown>;

  beforeAll(async () => {
    api = await TestApi.start();
    ({ token } = await api.newcomer());
    claims = jwt.decode(token) as Record<string, unknown>;
  });
  afterEach(() => jest.restoreAllMocks());

  const signed = (changes: object = {}, header: object = {}, secret = SECRET, algorithm: jwt.Algorithm = 'HS256') =>
    jwt.sign(without({ ...claims, ...changes }), secret, {
      algorithm,
      header: { alg: algorithm, typ: 'at+jwt', ...header },
    });
  const without = (object: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
  const status = (authorization?: string) =>
    api.send('GET', '/auth/status', { headers: authorization === undefined ? {} : { authorization } });

  it.each([
    ['the token as issued', () => `Bearer ${token}`],
    ['the scheme in any case', () => `bEaReR ${token}`],
    ['a token signed like ours', () => `Bearer ${signed()}`],
    ['a token from before `iss` was the public address', () => `Bearer ${signed({ iss: 'latchkey' })}`],
    ['a clock that is 20 s ahead', () => `Bearer ${signed({ iat: now() + 20 })}`],
  ])('takes %s', async (_, authorization) => {
    expect((await status(authorization())).status).toBe(200);
  });

  it.each([
    ['no header', () => undefined, 'token_missing', 'Provide a valid auth token.'],
    ['an empty header', () => '', 'token_malformed', 'Bearer token malformed.'],
    ['no scheme', () => token, 'token_malformed', 'Bearer token malformed.'],
    ['another scheme', () => `Basic ${token}`, 'token_malformed', 'Bearer token malformed.'],
    ['no space', () => `Bearer${token}`, 'token_malformed', 'Bearer token malformed.'],
    ['two spaces', () => `Bearer  ${token}`, 'token_malformed', 'Bearer token malformed.'],
    ['no token', () => 'Bearer', 'token_malformed', 'Bearer token malformed.'],
    ['two tokens', () => `Bearer ${token} ${token}`, 'token_malformed', 'Bearer token malformed.'],
    ['garbage', () => 'Bearer garbage', 'token_invalid', 'Invalid token. Please log in again.'],
    [
      'a changed signature',
      () => `Bearer ${token.slice(0, -2)}${token.endsWith('AA') ? 'EA' : 'AA'}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    ['a padded token', () => `Bearer ${token}=`, 'token_invalid', 'Invalid token. Please log in again.'],
    [
      'another secret',
      () => `Bearer ${signed({}, {}, 'x'.repeat(40))}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    ['alg none', () => `Bearer ${signed({}, {}, '', 'none')}`, 'token_invalid', 'Invalid token. Please log in again.'],
    [
      'alg HS512',
      () => `Bearer ${signed({}, {}, SECRET, 'HS512')}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    [
      'another audience',
      () => `Bearer ${signed({ aud: 'other' })}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    [
      'another issuer',
      () => `Bearer ${signed({ iss: 'other' })}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    [
      'another type',
      () => `Bearer ${signed({}, { typ: 'JWT' })}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    [
      'no type',
      () => `Bearer ${signed({}, { typ: undefined })}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    ['no exp', () => `Bearer ${signed({ exp: undefined })}`, 'token_invalid', 'Invalid token. Please log in again.'],
    [
      'no session',
      () => `Bearer ${signed({ sid: undefined })}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    [
      'a session that is no id',
      () => `Bearer ${signed({ sid: "' OR 1=1" })}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    [
      'iat in the future',
      () => `Bearer ${signed({ iat: now() + 60 })}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    [
      'nbf in the future',
      () => `Bearer ${signed({ nbf: now() + 60 })}`,
      'token_invalid',
      'Invalid token. Please log in again.',
    ],
    [
      'past exp',
      () => `Bearer ${signed({ iat: now() - HOUR, exp: now() - 1 })}`,
      'token_expired',
      'Signature expired. Please log in again.',
    ],
    [
      'an unknown session',
      () => `Bearer ${signed({ sid: crypto.randomUUID() })}`,
      'session_revoked',
      'Token blacklisted. Please log in again.',
    ],
    [
      'somebody else’s session',
      () => `Bearer ${signed({ sub: crypto.randomUUID() })}`,
      'session_revoked',
      'Token blacklisted. Please log in again.',
    ],
  ])('refuses %s', async (_, authorization, code, message) => {
    const answer = await status(authorization());
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      status: 'fail',
      message,
      code,
      hint: expect.any(Object),
      request_id: expect.any(String),
    });
    const error = { token_missing: undefined, token_malformed: 'invalid_request' }[code as string] ?? 'invalid_token';
    const challenge = `Bearer realm="latchkey", error="${error}", error_description="${message}"`;
    expect(answer.headers.get('www-authenticate')).toBe(
      code === 'token_missing' ? 'Bearer realm="latchkey"' : challenge,
    );
  });

  it.each([
    ['no header', () => undefined, 'header', /<token>/, /no Authorization header/],
    ['another scheme', () => `Basic ${token}`, 'header', /<token>/, /the scheme Basic and one part after/],
    ['no scheme', () => token, 'header', /<token>/, /a header without a scheme/],
    ['garbage', () => 'Bearer garbage', 'form', /JSON Web Token/, /something else/],
    ['another secret', () => `Bearer ${signed({}, {}, 'x'.repeat(40))}`, 'signature', /this server/, /another/],
    ['alg HS512', () => `Bearer ${signed({}, {}, SECRET, 'HS512')}`, 'alg and kid', /^HS256$/, /^"HS512" without kid$/],
    ['a foreign kid', () => `Bearer ${signed({}, { kid: 'x' })}`, 'alg and kid', /^HS256$/, /with kid "x"/],
    ['another audience', () => `Bearer ${signed({ aud: 'other' })}`, 'aud', /"latchkey"/, /"other"/],
    ['another issuer', () => `Bearer ${signed({ iss: 'a\nb' })}`, 'iss', /"http:\/\/localhost:3000"/, /"a\\nb"/],
    ['another type', () => `Bearer ${signed({}, { typ: 'JWT' })}`, 'typ', /at\+jwt/, /"JWT"/],
    [
      'past exp',
      () => `Bearer ${signed({ iat: now() - HOUR, exp: now() - 90 })}`,
      'exp',
      /server's clock/,
      /^20.*Z$/,
      -90,
    ],
    ['iat ahead', () => `Bearer ${signed({ iat: now() + 60 })}`, 'iat', /at most 30 s/, /^20.*Z$/, 60],
    ['no session', () => `Bearer ${signed({ sid: undefined })}`, 'sid', /as this server issues it/, /nothing/],
    [
      'an unknown session',
      () => `Bearer ${signed({ sid: crypto.randomUUID() })}`,
      'session',
      /going on/,
      /no such session/,
    ],
  ])('says why it refuses %s', async (_, authorization, check, expected, found, skew = undefined) => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    const { hint } = (await status(authorization())).body as unknown as { hint: Hint };
    expect(hint).toMatchObject({
      check,
      expected: expect.stringMatching(expected),
      found: expect.stringMatching(found),
    });
    expect(hint.advice).toMatch(/\.$/);
    expect(hint.clock_skew_seconds).toBe(skew);
    expect(JSON.stringify(hint)).not.toContain(token.slice(-20));
  });

  it('says how a session ended, to who holds a token of it', async () => {
    const { token: own } = await api.newcomer();
    await api.logout(own);
    expect((await api.get('/auth/status', own)).body).toMatchObject({
      hint: { check: 'session', found: 'ended (logout)' },
    });
  });

  it('refuses a request with two Authorization headers', async () => {
    const { request } = await import('node:http');
    const code = await new Promise((resolve) => {
      const call = request(`${api.url}/auth/status`, {
        headers: ['host', 'x', 'authorization', `Bearer ${token}`, 'authorization', 'x'] as never,
      });
      call.on('response', (response) => resolve(response.statusCode)).end();
    });
    expect(code).toBe(401);
  });

  it.each([
    ['the user logged out', async (email: string, own: string) => void (await api.logout(own))],
    [
      'the session is past its end',
      (email: string) => api.sql(`UPDATE sessions SET expires_at = now() ${OF}`, [email]),
    ],
    [
      'the user is disabled',
      (email: string) => api.sql('UPDATE users SET is_active = false WHERE email = $1', [email]),
    ],
    ['the user is deleted', (email: string) => api.sql('DELETE FROM users WHERE email = $1', [email])],
  ])('refuses a token once %s', async (_, change) => {
    const { email, token: own } = await api.newcomer();
    expect((await api.get('/auth/status', own)).status).toBe(200);
    await change(email, own);
    // What the database itself was told reaches the server by notification, some milliseconds later.
    const answer = await api.until(
      () => api.get('/auth/status', own),
      ({ status }) => status !== 200,
    );
    expect(answer.body).toMatchObject({ code: 'session_revoked' });
  });

  it('says that an expired token is expired, whatever its session', async () => {
    const { token: own } = await api.newcomer();
    await api.logout(own);
    const old = jwt.sign({ ...(jwt.decode(own) as object), exp: now() - 5 }, SECRET, {
      header: { alg: 'HS256', typ: 'at+jwt' },
    });
    expect((await api.get('/auth/status', old)).body).toMatchObject({ code: 'token_expired' });
  });

  it('never takes a token from the address', async () => {
    expect((await api.get(`/auth/status?auth_token=${token}&access_token=${token}`)).status).toBe(401);
  });
});

const OF = 'FROM users WHERE users.id = sessions.user_id AND users.email = $1';
