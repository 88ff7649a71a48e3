import { TestApi } from './start-api';

const OPEN = new Set([
  'POST /auth/register',
  'POST /auth/login',
  'POST /auth/refresh',
  'GET /health/live',
  'GET /health/ready',
  'GET /docs',
  'GET /docs/',
  'GET /docs-json',
  'GET /docs-yaml',
]);
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
      expect([method, url, status, body.code]).toEqual([method, url, 401, 'token_missing']);
      expect(headers.get('www-authenticate')).toBe('Bearer realm="latchkey"');
    }
  });

  it('that is listed as open exists', () => {
    const known = new Set(api.routes.all().map(([method, url]) => `${method} ${url}`));
    expect([...OPEN].filter((route) => !known.has(route))).toEqual([]);
  });
});
