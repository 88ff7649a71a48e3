import { NestApp } from './nest-app';

/** An app that had its own ways before Latchkey came. */
describe('an app with a prefix, versions and a filter for everything', () => {
  const app = new NestApp();
  beforeAll(async () => {
    app.openShop();
    app.lay('nest-settled');
    app.install(['contract', 'nest'], ['@nestjs/platform-express']);
    app.build();
    await app.start();
  });
  afterAll(() => app.stop());

  it('has the routes of signing in behind them, and the cookie goes there alone', async () => {
    const registered = await post('/auth/register', { email: 'ada@example.com', password: 'correct horse battery' });
    expect(registered.status).toBe(201);
    const [cookie = ''] = registered.headers.getSetCookie();
    expect(cookie).toContain('; Path=/api/v1/auth;');
    const sent = { cookie: cookie.replace(/;.*/, ''), origin: app.url };
    expect((await post('/auth/refresh', {}, sent)).status).toBe(200);
  });

  it("words its failures on Latchkey's routes, and hands them to the app's filter on the app's own", async () => {
    const latchkey = await read('/auth/status');
    expect(latchkey).toMatchObject([401, { status: 'fail', code: 'token_missing' }]);
    const own = await read('/orders');
    expect(own).toMatchObject([401, { caught: { status: 'fail', code: 'token_missing' } }]);
    expect(await read('/nowhere')).toMatchObject([404, { caught: { statusCode: 404 } }]);
  });

  const read = async (path: string) => {
    const answer = await fetch(`${app.url}/api/v1${path}`);
    return [answer.status, await answer.json()];
  };
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${app.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
});
