import fc from 'fast-check';
import { PASSWORD, TestApi } from './start-api';

const RUNS = 60;
const SEED = 20_261_126;
const FIELDS = ['email', 'password', 'username', 'uid', 'name', 'display_name', 'current_password', 'new_password'];
const OTHERS = [
  'refresh_token',
  'roles',
  'is_active',
  'remember',
  'constructor',
  'toString',
  'page',
  'per_page',
  'search',
];

/** What no check can make a number or text of. */
const unusable = { toString: 0, valueOf: 0 };
const wrong = fc.constantFrom<unknown>(
  { length: unusable },
  { length: 8 },
  { length: unusable, normalize: 0, trim: {}, toLowerCase: null, isWellFormed: [] },
  { then: unusable, toJSON: 1 },
  [unusable],
  [[['user']]],
  { $gt: '' },
  1e308,
  -0,
  true,
  null,
  '\ud800',
  '9'.repeat(400),
);
const good = fc.constantFrom<unknown>('ada@example.com', 'ada', PASSWORD, ['user'], true);
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...FIELDS, ...OTHERS), fc.oneof(wrong, good), { minKeys: 1 }),
  wrong,
  fc.array(wrong),
);
const ids = fc.constantFrom('%00', '%ff', "'", '..%2f', '0', crypto.randomUUID().toUpperCase(), '%F0%9F%92%A9', 'null');
const query = fc.constantFrom(
  '',
  '?page[length]=1',
  '?page=1&page=2',
  '?__proto__=1',
  '?search=%ff',
  '?per_page=1e308',
);

const odd = fc.dictionary(
  fc.constantFrom('x-refresh', 'x-request-id', 'origin', 'user-agent', 'accept', 'x-forwarded-for', 'if-none-match'),
  fc.constantFrom('', 'null', '\u00ad\u00ff', '%00', '{"length":{}}', 'x'.repeat(2_000), '::ffff:999', 'body, body'),
);

/** They would end the session that the next request needs; they take no fields. */
const ENDS = new Set(['POST /auth/logout', 'DELETE /api/authenticate']);

describe('every route', () => {
  let api: TestApi;
  let headers: Record<string, string>;
  beforeAll(async () => {
    api = await TestApi.start();
    const account = { uid: 'hostile', name: 'Hostile', password: PASSWORD };
    await api.post('/api/user', account);
    const cookie = (await api.post('/api/authenticate', account)).headers.getSetCookie()[0]?.split(';')[0] as string;
    const { token } = await api.administrator();
    headers = { authorization: `Bearer ${token}`, cookie, 'content-type': 'application/json' };
  });

  it('refuses a body, an id, a query and headers that nobody meant, and never stumbles over one', async () => {
    const all = api.routes.all().filter(([method, url]) => method !== 'HEAD' && !ENDS.has(`${method} ${url}`));
    expect(all.length).toBeGreaterThan(30);
    for (const [method, url] of all) {
      const check = fc.asyncProperty(body, ids, query, odd, async (sent, id, asked, more) => {
        const path = url.replaceAll(/:\w+/g, id) + asked;
        const hasBody = !['GET', 'OPTIONS'].includes(method);
        const { status } = await api.send(method, path, {
          headers: { ...more, ...headers },
          ...(hasBody && { body: JSON.stringify(sent) }),
        });
        expect([method, path, status < 500]).toEqual([method, path, true]);
      });
      await fc.assert(check, { numRuns: hasFields(method) ? RUNS : 6, seed: SEED, endOnFailure: true });
    }
    expect((await api.send('GET', '/auth/status', { headers })).status).toBe(200);
  }, 120_000);

  it.each([
    ['POST', '/auth/register', ['email', 'password', 'remember']],
    ['POST', '/auth/login', ['email', 'password', 'remember']],
    ['POST', '/auth/refresh', ['refresh_token']],
    ['PATCH', '/auth/account', ['display_name', 'username']],
    ['POST', '/auth/account/password', ['current_password', 'new_password']],
    ['DELETE', '/auth/account', ['current_password']],
    ['POST', '/users', ['email', 'roles', 'password', 'username', 'display_name']],
    ['PATCH', `/users/${crypto.randomUUID()}`, ['roles', 'is_active', 'display_name']],
  ])('%s %s names each field that is no text, list or truth', async (method, path, fields) => {
    for (const field of [{ length: unusable }, { length: 8 }, 1e308, [[]], { __proto: {} }]) {
      const sent = JSON.stringify(Object.fromEntries(fields.map((name) => [name, field])));
      const answer = await api.send(method, path, { headers, body: sent });
      expect([answer.status, answer.body['code']]).toEqual([422, 'invalid_input']);
      const named = (answer.body['errors'] as { path: string }[]).map((error) => error.path.split('.')[0]);
      expect(new Set(named)).toEqual(new Set(fields));
    }
  });
});

const hasFields = (method: string): boolean => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method);
