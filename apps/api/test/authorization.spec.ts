import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorizationPage } from './authorization-page';
import { type Rule, rulesOf } from './authorization-table';
import { TestApi } from './start-api';

const page = join(import.meta.dirname, '../../../docs/authorization.md');

describe('docs/authorization.md', () => {
  let api: TestApi;
  let rules: Rule[];
  beforeAll(async () => {
    api = await TestApi.start();
    rules = rulesOf(api.app);
  });

  it('says what every route asks for (where not: npm run docs:routes)', () => {
    const content = authorizationPage(rules);
    if (process.env['WRITE_DOCS']) writeFileSync(page, content);
    const written = existsSync(page) ? readFileSync(page, 'utf8') : '';
    // Controllers that were put into the app itself may wait for the next writing.
    if (written !== authorizationPage(rules.filter(({ isApps }) => !isApps))) expect(written).toBe(content);
  });

  it('leaves out no route that is served', () => {
    const served = api.routes
      .all()
      .filter(([method, url]) => !['HEAD', 'OPTIONS'].includes(method) && !url.startsWith('/docs'))
      .map(([method, url]) => `${method} ${url}`);
    expect(rules.map(({ route }) => route).sort()).toEqual(served.sort());
  });

  it('is how the server behaves towards somebody without any permission', async () => {
    const { token } = await api.newcomer();
    const { body } = await api.get('/auth/status', token);
    const asking = rules.filter(({ permissions, roles }) => permissions.length > 0 || roles.flat().includes('admin'));
    expect(asking.length).toBeGreaterThan(5);
    for (const { route, permissions } of asking) {
      const [method = '', url = ''] = route.split(' ');
      // Their own id opens nothing either, and no body is looked at before it is known who sends it.
      for (const id of [body.data['user_id'] as string, crypto.randomUUID(), 'ada']) {
        const answer = await api.as(token, method, url.replaceAll(/:\w+/g, id), method === 'GET' ? undefined : {});
        const said = [route, answer.status, answer.body.code, answer.body['required']];
        expect(said).toEqual([route, 403, 'permission_missing', expect.arrayContaining(permissions)]);
      }
    }
    expect((await api.get('/auth/status', token)).status).toBe(200);
  });
});
