import jwt from 'jsonwebtoken';
import { PASSWORD, TestApi } from './start-api';

const FIREFOX = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0';
const sidOf = (token: string) => (jwt.decode(token) as { sid: string }).sid;

describe('devices', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  /** Somebody who is signed in on as many devices as asked; answers their tokens. */
  const signedInOn = async (count: number, userAgent = FIREFOX) => {
    const { email, token } = await api.newcomer();
    const tokens = [token];
    while (tokens.length < count) {
      const { body } = await api.post('/auth/login', { email, password: PASSWORD }, { 'user-agent': userAgent });
      tokens.push(body.auth_token);
    }
    return { email, tokens, token, other: tokens[1] as string };
  };
  const list = async (token: string) =>
    (await api.get('/auth/sessions', token)).body.data as unknown as Record<string, unknown>[];
  const end = (token: string, path: string, init: RequestInit = {}) =>
    api.send('DELETE', `/auth/sessions${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });
  const statusOf = async (token: string) => (await api.get('/auth/status', token)).status;

  it('are the live sessions of who asks, in words, and no one else’s', async () => {
    const { token, other } = await signedInOn(2);
    await signedInOn(1);
    const devices = await list(token);
    expect(devices).toHaveLength(2);
    expect(devices.find(({ current }) => current)).toMatchObject({ session_id: sidOf(token) });
    expect(devices.find(({ current }) => !current)).toEqual({
      session_id: sidOf(other),
      browser: 'Firefox',
      system: 'macOS',
      kind: 'laptop',
      user_agent: FIREFOX,
      address: '127.0.0.1',
      created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      last_seen: expect.stringMatching(/^\d{4}-.*Z$/),
      current: false,
    });
  });

  it.each(['ended_at', 'expires_at', 'idle_expires_at'])('are not those whose %s has come', async (column) => {
    const { token, other } = await signedInOn(2);
    await api.sql(`UPDATE sessions SET ${column} = now() WHERE id = $1`, [sidOf(other)]);
    expect(await list(token)).toMatchObject([{ current: true }]);
    expect((await end(token, `/${sidOf(other)}`)).status).toBe(404);
  });

  it('are ended one at a time, at once, and with the reason', async () => {
    const { token, other } = await signedInOn(2);
    expect(await statusOf(other)).toBe(200);
    expect(await end(token, `/${sidOf(other)}`)).toMatchObject({ status: 200, body: { status: 'success' } });
    expect((await api.get('/auth/status', other)).body.code).toBe('session_revoked');
    expect(await statusOf(token)).toBe(200);
    const [row] = await api.sql('SELECT ended_reason FROM sessions WHERE id = $1', [sidOf(other)]);
    expect(row).toEqual({ ended_reason: 'revoked' });
    expect(await end(token, `/${sidOf(other)}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('are over at once under their id in capitals too, also to whom remembers them', async () => {
    const { token, other } = await signedInOn(2);
    expect(await statusOf(other)).toBe(200);
    expect((await end(token, `/${sidOf(other).toUpperCase()}`)).status).toBe(200);
    expect((await api.get('/auth/status', other)).body.code).toBe('session_revoked');
    const own = await end(token, `/${sidOf(token).toUpperCase()}`);
    expect([own.status, own.headers.get('set-cookie')]).toEqual([
      200,
      expect.stringMatching(/^latchkey_3000_refresh=;/),
    ]);
  });

  it('may be the one that asks, whose refresh cookie goes too', async () => {
    const { token } = await signedInOn(1);
    const { status, headers } = await end(token, `/${sidOf(token)}`);
    expect([status, headers.get('set-cookie')]).toEqual([200, expect.stringMatching(/^latchkey_3000_refresh=;/)]);
    expect(await statusOf(token)).toBe(401);
  });

  it('of others can neither be ended nor told from none', async () => {
    const { token } = await signedInOn(1);
    const { token: theirs } = await signedInOn(1);
    const answers = [];
    for (const id of [
      sidOf(theirs),
      crypto.randomUUID(),
      'x',
      '1',
      sidOf(theirs).toUpperCase(),
      `{${sidOf(theirs)}}`,
      "' OR true --",
      '%00',
      'x'.repeat(90),
    ]) {
      const { status, body } = await end(token, `/${encodeURIComponent(decodeURIComponent(id))}`);
      answers.push({ status, ...body, request_id: '' });
    }
    expect(answers[0]).toMatchObject({ status: 'fail', code: 'not_found' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await statusOf(theirs)).toBe(200);
  });

  it('are ended all but this one', async () => {
    const { token, tokens } = await signedInOn(4);
    const { token: theirs } = await signedInOn(1);
    expect(await end(token, '')).toMatchObject({ status: 200, body: { status: 'success', ended: 3 } });
    expect(await Promise.all(tokens.map(statusOf))).toEqual([200, 401, 401, 401]);
    expect(await statusOf(theirs)).toBe(200);
    expect((await end(token, '')).body['ended']).toBe(0);
  });

  it('are shown as text, whatever they call themselves', async () => {
    const { token } = await signedInOn(2, '<script>alert(1)</script> Chrome/1');
    expect((await list(token)).find(({ current }) => !current)).toMatchObject({
      browser: 'Chrome',
      system: null,
      user_agent: '<script>alert(1)</script> Chrome/1',
    });
  });
});
