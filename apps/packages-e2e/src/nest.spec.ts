import { NestApp } from './nest-app';

const PASSWORD = 'correct horse battery';

describe.each([
  ['Express', '@nestjs/platform-express'],
  ['Fastify', '@nestjs/platform-fastify'],
] as const)('an app of nest new on %s', (name, platform) => {
  const app = new NestApp();
  beforeAll(async () => {
    app.openShop();
    if (name === 'Fastify') app.useFastify();
    app.install(['contract', 'nest'], [platform]);
    app.build();
    await app.start();
  });
  afterAll(() => app.stop());

  it('closes its own routes, but those that say they are public', async () => {
    expect((await fetch(`${app.url}/orders`)).status).toBe(401);
    expect((await fetch(`${app.url}/`)).status).toBe(401);
    expect(await (await fetch(`${app.url}/orders/offers`)).json()).toEqual({ offers: ['tea'] });
  });

  it('registers people and knows them on its own routes', async () => {
    const { token, id } = await register();
    const headers = { authorization: `Bearer ${token}` };
    expect(await (await fetch(`${app.url}/orders`, { headers })).json()).toEqual({ of: id });
    expect((await fetch(`${app.url}/auth/status`, { headers })).status).toBe(200);
    expect((await fetch(`${app.url}/orders/everybody`, { headers })).status).toBe(403);
  });

  it('refreshes by cookie, and refuses the token after logout', async () => {
    const { token, cookie } = await register();
    const origin = app.url;
    const refreshed = await post('/auth/refresh', {}, { cookie, origin });
    expect(refreshed.status).toBe(200);
    const headers = { authorization: `Bearer ${token}` };
    expect((await post('/auth/logout', {}, headers)).status).toBe(200);
    expect((await fetch(`${app.url}/orders`, { headers })).status).toBe(401);
    expect((await post('/auth/refresh', {}, { cookie: cookieOf(refreshed), origin })).status).toBe(401);
  });

  it('checks bodies without a pipe of the app', async () => {
    const { status, body } = await read(await post('/auth/register', { email: 'nobody', password: 'x' }));
    expect(status).toBe(422);
    expect(body.errors.map(({ path }) => path)).toEqual(['email', 'password']);
  });

  it("leaves the app's own failures as they are", async () => {
    const unknown = await read(await fetch(`${app.url}/nowhere`));
    expect(unknown).toEqual({
      status: 404,
      body: { message: 'Cannot GET /nowhere', error: 'Not Found', statusCode: 404 },
    });
    const none = await read(await fetch(`${app.url}/orders/offers/gold`));
    expect(none).toEqual({ status: 404, body: { message: 'no offer of gold', error: 'Not Found', statusCode: 404 } });
    const refused = await read(await post('/orders', { tea: 'green' }));
    expect(refused).toEqual({ status: 400, body: { tea: 'green', says: 'the shop' } });
  });

  it('refuses to start beside a contract of another release', async () => {
    const bundle = 'node_modules/@latchkey/contract/fesm2022/latchkey-contract-version.mjs';
    app.edit(bundle, (text) => text.replace(/"[\d.]+"/, '"0.0.9"'));
    await app.stop();
    await expect(app.start()).rejects.toThrow('cannot work with @latchkey/contract 0.0.9. Install one release of both');
  });

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(app.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  async function register() {
    const answer = await post('/auth/register', { email: `${crypto.randomUUID()}@example.com`, password: PASSWORD });
    const { status, body } = await read(answer);
    expect({ status, body }).toMatchObject({ status: 201 });
    return { token: body.auth_token, id: body.data.user_id, cookie: cookieOf(answer) };
  }
});

/** What the answers hold, as far as it is looked at here. */
interface Body {
  auth_token: string;
  data: { user_id: string };
  errors: { path: string }[];
}

const read = async (answer: Response) => ({ status: answer.status, body: (await answer.json()) as Body });

/** What a browser would send back. */
const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.replace(/;.*/, ''))
    .join('; ');
