import { TestApi } from './start-api';

describe('OpenAPI', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  it('has a page and a document that names every route of the API', async () => {
    const page = await api.get('/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    const { body } = await api.get('/docs-json');
    const documented = Object.entries(body['paths'] as Record<string, object>).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = api.routes
      .all()
      .filter(([method, url]) => !['HEAD', 'OPTIONS'].includes(method) && !url.startsWith('/docs'))
      .map(([method, url]) => `${method} ${url}`);
    expect(documented.sort()).toEqual(served.sort());
  });

  it('describes a body from the schema that checks it', async () => {
    const { body } = await api.get('/docs-json');
    const paths = body['paths'] as Record<
      string,
      { post: { requestBody: { content: Record<string, { schema: unknown }> } } }
    >;
    expect(paths['/auth/register']?.post.requestBody.content['application/json']?.schema).toMatchObject({
      required: ['email', 'password'],
      properties: { password: { minLength: 8, maxLength: 256 } },
    });
  });

  it('says what a route does, and what it answers', async () => {
    const { body } = await api.get('/docs-json');
    const { post } = (body['paths'] as Record<string, { post: object }>)['/auth/login'] ?? {};
    expect(post).toMatchObject({
      summary: 'Sign in',
      tags: ['auth'],
      responses: {
        200: {
          description: 'OK',
          content: { 'application/json': { schema: { required: expect.arrayContaining(['data']) } } },
        },
        401: { content: { 'application/json': { schema: { required: expect.arrayContaining(['code']) } } } },
      },
    });
  });

  it('is off where it is not wanted', async () => {
    const closed = await TestApi.start({ API_DOCS: 'false' });
    expect([(await closed.get('/docs')).status, (await closed.get('/docs-json')).status]).toEqual([404, 404]);
  });
});
