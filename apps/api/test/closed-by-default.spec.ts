import { TestApi } from './start-api';

const OPEN = new Set([
  'POST /auth/register',
  'POST /auth/login',
  'POST /auth/refresh',
  'GET /.well-known/jwks.json',
  'GET /.well-known/oauth-authorization-server',
  'POST /api/register',
  'POST /api/login',
  'GET /api/status',
  'GET /api/logout',
  'POST /api/authenticate',
  'POST /api/user',
  'GET /api',
  'GET /api/',
  'POST /api/registration',
  'GET /health/live',
  'GET /health/ready',
  'GET /docs',
  'GET /docs/',
  'GET /docs-json',
  'GET /docs-yaml',
]);
/** As if it were not there, but for whom knows METRICS_TOKEN. */
const HIDDEN = 'GET /metrics';
/** Older clients have a shape of their own for it. */
const isOlder = (url: string) => url.startsWith('/api/');
const isDocsFile = (route: string) => route.startsWith('GET /docs/');

describe('every route', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  it('answers 401 without a token, but for the listed few', async () => {
    const routes = api.routes.all().filter(([method]) => !['HEAD', 'OPTIONS'].includes(method));
    const closed = routes.filter(([method, url]) => !OPEN.has(`${method} ${url}`) && !isDocsFile(`${method} ${url}`));
    expect(closed.length).toBeGreaterThanOrEqual(4);
    for (const [method, url] of closed) {
      const { status, body, headers } = await api.send(method, url.replaceAll(/:\w+/g, crypto.randomUUID()));
      const expected =
        `${method} ${url}` === HIDDEN ? [404, 'not_found'] : [401, isOlder(url) ? undefined : 'token_missing'];
      expect([method, url, status, body.code]).toEqual([method, url, ...expected]);
      if (status === 401) expect(headers.get('www-authenticate')).toBe('Bearer realm="latchkey"');
    }
  });

  it('that is listed as open exists', () => {
    const known = new Set(api.routes.all().map(([method, url]) => `${method} ${url}`));
    expect([...OPEN].filter((route) => !known.has(route))).toEqual([]);
  });
});
