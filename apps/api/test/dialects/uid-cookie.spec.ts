import { HashingPool } from '@latchkey/nest/passwords';
import jwt from 'jsonwebtoken';
import { PASSWORD, SECRET, TestApi } from '../start-api';
import { cookieOf } from './cookie';
import { DETAILS, NAME, newUid, UidClient } from './uid-client';

const unauthorized = (message: string) => ({ message, data: null, error: 'Unauthorized' });
const now = () => Math.floor(Date.now() / 1000);

describe('the dialect of flask_2025', () => {
  let api: TestApi;
  let client: UidClient;
  beforeAll(async () => {
    api = await TestApi.start();
    client = new UidClient(api);
  });

  describe('signing in', () => {
    it('sets a cookie for an hour that goes across sites, and clears it', async () => {
      const uid = newUid();
      await client.signUp(uid);
      const answer = await client.authenticate(uid);
      expect([answer.status, answer.body['text']]).toEqual([200, `Authentication for ${uid} successful`]);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      const { pair, value, attributes } = cookieOf(answer, NAME);
      const always = ['expires', 'httponly', 'path=/', 'samesite=none', 'secure'];
      expect(attributes).toEqual([...always, 'max-age=3600'].sort());
      const { exp, iat } = jwt.decode(value) as jwt.JwtPayload;
      expect((exp as number) - (iat as number)).toBe(3600);
      const left = await client.send('DELETE', '/api/authenticate', pair);
      expect([left.status, left.body['text']]).toEqual([200, 'Token invalidated successfully']);
      expect(cookieOf(left, NAME)).toMatchObject({ value: '', attributes: [...always, 'max-age=0'].sort() });
      const after = await client.id(pair);
      expect([after.status, after.body]).toEqual([401, unauthorized('Invalid Authentication token!')]);
    });

    it('can do without Secure in development, never without HttpOnly', async () => {
      const plain = await TestApi.start({ DIALECT_PLAIN_HTTP: 'true' });
      await plain.post('/api/user', { uid: 'ada', name: 'Ada', password: PASSWORD });
      const { attributes } = cookieOf(await plain.post('/api/authenticate', { uid: 'ada', password: PASSWORD }), NAME);
      expect(attributes).toEqual(['expires', 'httponly', 'max-age=3600', 'path=/', 'samesite=lax']);
    });

    it.each([
      ['{}', {}, 400, DETAILS],
      ['a list', [], 400, DETAILS],
      ['null', 'null', 400, DETAILS],
      ['broken JSON', '{', 400, DETAILS],
      ['nothing', '', 400, DETAILS],
      ['no uid', { password: PASSWORD }, 401, { message: 'User ID is missing' }],
      ['an empty uid', { uid: '', password: PASSWORD }, 401, { message: 'User ID is missing' }],
      ['a number for a uid', { uid: 7, password: PASSWORD }, 401, { message: 'User ID is missing' }],
      ['no password', { uid: 'toby' }, 401, { message: 'Password is missing' }],
      ['an empty password', { uid: 'toby', password: '' }, 401, { message: 'Password is missing' }],
      ['an object for a password', { uid: 'toby', password: {} }, 401, { message: 'Password is missing' }],
    ])('refuses %s', async (_, body, status, words) => {
      const answer = await client.send('POST', '/api/authenticate', undefined, body);
      expect([answer.status, answer.body, answer.headers.getSetCookie()]).toEqual([status, words, []]);
    });

    it('refuses other types than JSON', async () => {
      const headers = { origin: 'http://localhost:4100', 'content-type': 'text/plain' };
      const answer = await api.post('/api/authenticate', { uid: 'toby', password: PASSWORD }, headers);
      expect([answer.status, answer.body]).toEqual([400, DETAILS]);
    });

    it('answers an unknown uid and a wrong password alike, after the same work', async () => {
      const uid = newUid();
      await client.signUp(uid);
      for (const attempt of [
        () => client.authenticate(uid, 'wrong'),
        () => client.authenticate(newUid()),
        () => client.authenticate('<b>'),
      ]) {
        const before = api.app.get(HashingPool).operations;
        const answer = await attempt();
        expect([answer.status, answer.body]).toEqual([401, { message: 'Invalid user id or password' }]);
        expect(api.app.get(HashingPool).operations - before).toBe(1);
      }
    });

    it('says that an account is disabled only to whom knows its password', async () => {
      const { uid } = await client.newcomer();
      await api.sql('UPDATE users SET is_active = false WHERE username = $1', [uid]);
      expect((await client.authenticate(uid, 'wrong')).status).toBe(401);
      const words = { message: 'This account is disabled.', data: null, error: 'Forbidden' };
      expect(await client.authenticate(uid)).toMatchObject({ status: 403, body: words });
    });
  });

  describe('the cookie', () => {
    it('shows whose it is, and no more than that', async () => {
      const { uid, cookie } = await client.newcomer();
      const answer = await client.id(cookie);
      expect([answer.status, answer.body]).toEqual([
        200,
        {
          id: expect.any(String),
          uid,
          name: 'Thomas Edison',
          email: '?',
          role: 'User',
          pfp: null,
          kasm_server_needed: false,
          sections: [],
        },
      ]);
    });

    it.each([
      ['GET', '/api/id'],
      ['GET', '/api/user'],
      ['PUT', '/api/user'],
      ['DELETE', '/api/user'],
      ['DELETE', '/api/authenticate'],
    ])('is needed for %s %s, and nothing else will do', async (method, path) => {
      const { cookie } = await client.newcomer();
      const token = cookie.slice(NAME.length + 1);
      for (const headers of [{}, { authorization: `Bearer ${token}` }, { cookie: `session=${token}` }]) {
        const answer = await api.send(method, path, { headers });
        expect([answer.status, answer.body]).toEqual([401, unauthorized('Authentication Token is missing!')]);
      }
    });

    it('is refused when forged, expired, or of another kind', async () => {
      const { cookie } = await client.newcomer();
      const { token } = await api.newcomer();
      const { header, payload } = jwt.decode(cookie.slice(NAME.length + 1), { complete: true }) as jwt.Jwt;
      const expired = jwt.sign({ ...(payload as object), iat: now() - 4000, exp: now() - 400 }, SECRET, { header });
      const original = jwt.sign({ _uid: 'toby' }, 'SECRET_KEY');
      for (const [value, message] of [
        ['garbage', 'Invalid token!'],
        [`${cookie.slice(NAME.length + 1)}=`, 'Invalid token!'],
        [original, 'Invalid token!'],
        [token, 'Invalid token!'],
        [expired, 'Token has expired!'],
      ] as const) {
        const answer = await client.send('GET', '/api/id', `${NAME}=${value}`);
        expect([answer.status, answer.body]).toEqual([401, unauthorized(message)]);
      }
    });

    it('is over with its user', async () => {
      const [gone, disabled] = [await client.newcomer(), await client.newcomer()];
      await api.sql('DELETE FROM users WHERE username = $1', [gone.uid]);
      await api.sql('UPDATE users SET is_active = false WHERE username = $1', [disabled.uid]);
      for (const { cookie } of [gone, disabled]) {
        expect(
          (
            await api.until(
              () => client.id(cookie),
              ({ status }) => status === 401,
            )
          ).body,
        ).toEqual(unauthorized('Invalid Authentication token!'));
      }
    });

    it('stays its owner’s when the uid goes to somebody else', async () => {
      const { uid, cookie } = await client.newcomer();
      const { body: before } = await client.id(cookie);
      const renamed = newUid();
      expect((await client.send('PUT', '/api/user', cookie, { uid: renamed })).status).toBe(200);
      expect((await client.signUp(uid, 'Mallory')).status).toBe(200);
      const { body: after } = await client.id(cookie);
      expect([after['id'], after['uid'], after['name']]).toEqual([before['id'], renamed, before['name']]);
    });
  });

  describe('a page of another site', () => {
    const evil = { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' };

    it.each([
      ['POST', '/api/authenticate'],
      ['DELETE', '/api/authenticate'],
      ['POST', '/api/user'],
      ['PUT', '/api/user'],
      ['DELETE', '/api/user'],
    ])('can do nothing by %s %s, whatever cookie the browser adds', async (method, path) => {
      const { uid, cookie } = await client.newAdmin();
      for (const headers of [evil, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
        const answer = await client.send(method, path, cookie, { uid, name: 'Mallory', password: PASSWORD }, headers);
        expect([answer.status, answer.body['error'], answer.headers.getSetCookie()]).toEqual([403, 'Forbidden', []]);
      }
      expect((await client.id(cookie)).body['name']).toBe('Thomas Edison');
    });
  });
});
