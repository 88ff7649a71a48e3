import jwt from 'jsonwebtoken';
import { type Answer, PASSWORD, SECRET, TestApi } from './start-api';
import { whileHeld } from './while-held';

const PAGE = { 'sec-fetch-site': 'same-origin' };

describe('refreshing', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  /** A client without cookies, and its session. */
  const client = async (body: object = {}) => {
    const email = `${crypto.randomUUID()}@example.com`;
    const answer = await api.post('/auth/register', { email, password: PASSWORD, ...body }, { 'x-refresh': 'body' });
    const { sid } = jwt.decode(answer.body.auth_token) as { sid: string };
    return { email, sid, first: answer.body['refresh_token'] as string, token: answer.body.auth_token };
  };
  const refresh = (refresh_token: string) => api.post('/auth/refresh', { refresh_token });
  const next = async (token: string) => (await refresh(token)).body['refresh_token'] as string;
  const generationOf = ({ body }: Answer) => (jwt.decode(body.auth_token) as { gen: number }).gen;
  /** Moves the session's past back, as if so many seconds had gone by. */
  const pass = (sid: string, seconds: number) =>
    api.sql(`UPDATE sessions SET rotated_at = rotated_at - $2 * interval '1 second' WHERE id = $1`, [sid, seconds]);
  const use = (answer: Answer) => api.get('/auth/status', answer.body.auth_token);
  const stateOf = async (sid: string) =>
    (await api.sql('SELECT generation, ended_reason FROM sessions WHERE id = $1', [sid]))[0];

  it('gives a new access token and the next refresh token', async () => {
    const { first, sid } = await client();
    const answer = await refresh(first);
    expect(answer).toMatchObject({ status: 200, body: { status: 'success', expires_in: 900 } });
    expect(answer.body['refresh_token']).not.toBe(first);
    expect(generationOf(answer)).toBe(1);
    expect((await use(answer)).status).toBe(200);
    expect(await stateOf(sid)).toEqual({ generation: 1, ended_reason: null });
  });

  it('rotates once in ten seconds: the current token gets itself back, the one before it the same successor', async () => {
    const { first, sid } = await client();
    const second = await next(first);
    expect(await next(first)).toBe(second);
    expect(await next(second)).toBe(second);
    await pass(sid, 11);
    expect(await next(second)).not.toBe(second);
  });

  it('lets 50 at once have the same successor', async () => {
    const { first, sid } = await client();
    const answers = await whileHeld(api, sid, () => Promise.all(Array.from({ length: 50 }, () => refresh(first))));
    const successor = await next(first);
    const given = answers.map(({ status, body }) => [status, body['refresh_token']]);
    expect(given).toEqual(Array.from(given, () => [200, successor]));
    expect(successor).not.toBe(first);
    expect(await stateOf(sid)).toMatchObject({ generation: 1, ended_reason: null });
  });

  it('skips a successor that was lost, however long the sleep, and as often as it is lost', async () => {
    const { first, sid } = await client();
    for (const generation of [1, 2, 3]) {
      const answer = await refresh(first);
      expect([answer.status, generationOf(answer)]).toEqual([200, generation]);
      await pass(sid, 3600);
    }
    const arrived = await refresh(first);
    await pass(sid, 11);
    expect((await refresh(arrived.body['refresh_token'] as string)).status).toBe(200);
    expect((await use(arrived)).status).toBe(200);
  });

  it.each(['refresh token', 'access token', 'access token, seen long after'])(
    'takes a skipped %s for theft, and ends the session',
    async (which) => {
      const { first, sid } = await client();
      const [skipped] = [await refresh(first), await pass(sid, 11), await refresh(first), await pass(sid, 11)];
      const owner = await refresh(first);
      expect((await use(owner)).status).toBe(200);
      if (which.endsWith('after')) {
        await pass(sid, 11);
        await refresh(owner.body['refresh_token'] as string);
      }
      const seen = which === 'refresh token' ? refresh(skipped.body['refresh_token'] as string) : use(skipped);
      expect((await seen).status).toBe(401);
      expect(await stateOf(sid)).toMatchObject({ ended_reason: 'refresh_reused' });
      expect((await use(owner)).body.code).toBe('session_revoked');
    },
  );

  it('bears the access tokens of older generations that were not skipped', async () => {
    const { first, sid, token } = await client();
    let newest = first;
    for (let round = 0; round < 3; round += 1) {
      newest = await next(newest);
      await pass(sid, 11);
    }
    expect((await api.get('/auth/status', token)).status).toBe(200);
  });

  it('takes a used token whose successor is in use for theft, ends the session and says so', async () => {
    const { first, sid } = await client();
    const answer = await refresh(first);
    await use(answer);
    await pass(sid, 11);
    expect(await refresh(first)).toMatchObject({ status: 401, body: { code: 'refresh_reused' } });
    expect(await stateOf(sid)).toMatchObject({ ended_reason: 'refresh_reused' });
    expect((await use(answer)).body.code).toBe('session_revoked');
    expect((await refresh(answer.body['refresh_token'] as string)).body.code).toBe('session_revoked');
  });

  it('takes anything older for theft, at any time', async () => {
    const { first, sid } = await client();
    const second = await next(first);
    await pass(sid, 11);
    await next(second);
    expect((await refresh(first)).body.code).toBe('refresh_reused');
  });

  it.each([
    ['ended', `ended_at = now()`],
    ['past its end', `expires_at = now()`],
    ['idle for too long', `idle_expires_at = now()`],
  ])('refuses a session that is %s', async (_, change) => {
    const { first, sid } = await client();
    await api.sql(`UPDATE sessions SET ${change} WHERE id = $1`, [sid]);
    expect(await refresh(first)).toMatchObject({ status: 401, body: { code: 'session_revoked' } });
    expect(await stateOf(sid)).toMatchObject({ generation: 0 });
  });

  it('refuses a disabled user, and lets them in again afterwards', async () => {
    const { first, email } = await client();
    await api.sql('UPDATE users SET is_active = false WHERE email = $1', [email]);
    expect((await refresh(first)).body.code).toBe('session_revoked');
    await api.sql('UPDATE users SET is_active = true WHERE email = $1', [email]);
    expect((await refresh(first)).status).toBe(200);
  });

  it('never lets the idle end pass the absolute one', async () => {
    const { first, sid } = await client({ remember: false });
    await refresh(first);
    const [row] = await api.sql<{ hours: number; same: boolean }>(
      `SELECT extract(epoch FROM expires_at - created_at)::int / 3600 AS hours, idle_expires_at = expires_at AS same FROM sessions WHERE id = $1`,
      [sid],
    );
    expect(row).toEqual({ hours: 12, same: true });
  });

  it('refuses what is not a refresh token of ours', async () => {
    const { first, token, sid } = await client();
    const { first: other } = await client();
    const parts = first.split('.');
    const altered = [
      'garbage',
      '',
      token,
      `${first.slice(0, -1)}${first.endsWith('A') ? 'B' : 'A'}`,
      [parts[0], parts[1], '1', parts[3]].join('.'),
      [parts[0], other.split('.')[1], parts[2], parts[3]].join('.'),
      `${first}=`,
      'x'.repeat(5000),
    ];
    for (const wrong of altered) expect((await refresh(wrong)).body.code).toBe('refresh_invalid');
    expect(await stateOf(sid)).toEqual({ generation: 0, ended_reason: null });
    expect((await api.post('/auth/refresh', {})).body.code).toBe('refresh_missing');
    expect((await api.post('/auth/refresh', { refresh_token: 7 })).status).toBe(422);
  });

  describe('by cookie', () => {
    const cookieOf = ({ headers }: Answer) => headers.get('set-cookie') ?? '';
    const signIn = async (body: object = {}) => {
      const answer = await api.post('/auth/register', {
        email: `${crypto.randomUUID()}@example.com`,
        password: PASSWORD,
        ...body,
      });
      return { answer, cookie: cookieOf(answer).split(';', 1)[0] as string };
    };
    const byCookie = (cookie: string, headers: Record<string, string> = PAGE, path = '/auth/refresh') =>
      api.post(path, {}, { cookie, ...headers });

    it('keeps the token from script, other sites and other paths', async () => {
      const { answer } = await signIn();
      expect(cookieOf(answer)).toMatch(
        /^latchkey_3000_refresh=[^;]+; Path=\/auth; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
      );
      expect(answer.body).not.toHaveProperty('refresh_token');
      expect(cookieOf((await signIn({ remember: false })).answer)).not.toMatch(/Max-Age|Expires/);
    });

    it('logs out who sends an expired token, not whose cookie a login in another tab has left', async () => {
      const [one, two] = [await signIn(), await signIn()];
      const { header, payload } = jwt.decode(one.answer.body.auth_token, { complete: true }) as jwt.Jwt;
      const expired = jwt.sign({ ...(payload as object), exp: Math.floor(Date.now() / 1000) - 60 }, SECRET, { header });
      const out = await byCookie(two.cookie, { ...PAGE, authorization: `Bearer ${expired}` }, '/auth/logout');
      expect(out.status).toBe(200);
      expect((await use(one.answer)).body.code).toBe('session_revoked');
      expect((await use(two.answer)).status).toBe(200);
    });

    it('gives a new access token, and the next cookie', async () => {
      const { cookie } = await signIn();
      const answer = await byCookie(cookie);
      expect(answer.status).toBe(200);
      expect(answer.body).not.toHaveProperty('refresh_token');
      expect(cookieOf(answer)).toMatch(/^latchkey_3000_refresh=\w/);
    });

    it('sets no cookie that was sent, which a late answer would put over a newer one', async () => {
      const cookie = cookieOf(await byCookie((await signIn()).cookie)).split(';', 1)[0] as string;
      const answer = await byCookie(cookie);
      expect([answer.status, cookieOf(answer), (await use(answer)).status]).toEqual([200, '', 200]);
    });

    it.each([
      ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }],
      ['a sibling', { 'sec-fetch-site': 'same-site' }],
      ['nobody knows where', {}],
      ['a form', { ...PAGE, 'content-type': 'application/x-www-form-urlencoded' }],
    ])('refuses a call from %s', async (_, headers) => {
      const { cookie } = await signIn();
      expect([403, 415]).toContain((await byCookie(cookie, headers)).status);
      expect([403, 415]).toContain((await byCookie(cookie, headers, '/auth/logout')).status);
      expect((await byCookie(cookie)).status).toBe(200);
    });

    it('clears the cookie of a session that is over, and of one that logs out', async () => {
      const { answer, cookie } = await signIn();
      const out = await byCookie(cookie, PAGE, '/auth/logout');
      expect([out.status, cookieOf(out)]).toEqual([
        200,
        expect.stringMatching(/^latchkey_3000_refresh=; .*Path=\/auth/),
      ]);
      expect((await use(answer)).body.code).toBe('session_revoked');
      const again = await byCookie(cookie);
      expect([again.body.code, cookieOf(again)]).toEqual([
        'session_revoked',
        expect.stringMatching(/^latchkey_3000_refresh=;/),
      ]);
    });

    // The last one: from here on passport, of which a process has one, asks that server's database.
    it('is Secure, and says so in its name, where the site is', async () => {
      const secure = await TestApi.start({ PUBLIC_URL: 'https://login.acme.test' });
      const answer = await secure.post('/auth/register', { email: 'ada@example.com', password: PASSWORD });
      expect(cookieOf(answer)).toMatch(/^__Secure-latchkey_refresh=.*; HttpOnly; Secure; SameSite=Strict$/);
    });
  });
});
