import { type ArgumentsHost, Catch, HttpException, StandardSchemaValidationPipe, VersioningType } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { LatchkeyFilter } from '@latchkey/nest/latchkey';
import { PreparedStatements } from '@latchkey/nest/database';
import { OrdersController } from './orders';
import { PLATFORMS, Shop } from './shop';

/** As many applications have one: it words whatever was not worded before. */
@Catch()
class CatchAll {
  constructor(private readonly host: HttpAdapterHost) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const said = error instanceof HttpException ? error.getResponse() : { said: 'nothing' };
    const status = error instanceof HttpException ? error.getStatus() : 500;
    this.host.httpAdapter.reply(host.switchToHttp().getResponse(), { shop: 'is sorry', said }, status);
  }
}

describe.each(PLATFORMS)('in an application with a prefix, versions, pipes and filters of its own, on %s', (on) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open({
      on,
      controllers: [OrdersController],
      configure: (app) => {
        app.setGlobalPrefix('shop');
        app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
        app.useGlobalPipes(new StandardSchemaValidationPipe());
        app.useGlobalFilters(new CatchAll(app.get(HttpAdapterHost)));
      },
    });
  });

  it('has its routes where the application has all', async () => {
    const { id, token } = await shop.newcomer({}, '/shop/v1/auth/register');
    expect((await shop.as(token, 'GET', '/shop/v1/orders')).body).toEqual({ of: id });
    expect((await shop.send('POST', '/auth/register')).status).toBe(404);
  });

  it('lets the path of the refresh cookie follow', async () => {
    const { token, cookie } = await shop.newcomer({}, '/shop/v1/auth/register');
    const { status, headers } = await shop.refresh(cookie, '/shop/v1/auth/refresh');
    expect([status, headers.getSetCookie()]).toEqual([200, [expect.stringContaining('; Path=/shop/v1/auth;')]]);
    const out = await shop.as(token, 'POST', '/shop/v1/auth/logout');
    expect(out.headers.getSetCookie()).toEqual([expect.stringContaining('Path=/shop/v1/auth; Max-Age=0;')]);
  });

  it('words what is refused on its own routes by the contract, whatever catches the rest', async () => {
    const { status, body } = await shop.register({ email: 'nobody' }, '/shop/v1/auth/register');
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid_input', 'email']);
    expect((await shop.send('GET', '/shop/v1/auth/status')).body.code).toBe('token_missing');
  });

  it('reads what is asked of a list once, though a pipe of the application reads schemas too', async () => {
    const { token } = await shop.administrator('/shop/v1/auth/register');
    const { status, body } = await shop.as(token, 'GET', '/shop/v1/users?page=1&per_page=1');
    expect([status, body.data.length]).toEqual([200, 1]);
  });

  it('leaves the filter of the application what is not its own', async () => {
    expect((await shop.send('GET', '/shop/v1/orders/broken')).body).toEqual({
      shop: 'is sorry',
      said: { said: 'nothing' },
    });
    expect((await shop.send('GET', '/shop/nowhere')).body.shop).toBe('is sorry');
    const closed = await shop.send('GET', '/shop/v1/orders');
    expect([closed.status, closed.body.said.code]).toEqual([401, 'token_missing']);
  });
});

it('words refusals on routes of the application too, where its own filter lets it', async () => {
  const shop = await Shop.open({
    controllers: [OrdersController],
    configure: (app) => app.useGlobalFilters(new CatchAll(app.get(HttpAdapterHost)), app.get(LatchkeyFilter)),
  });
  expect((await shop.send('GET', '/orders')).body.code).toBe('token_missing');
  expect((await shop.send('GET', '/orders/offers')).body.shop).toBe('is sorry');
});

describe.each(PLATFORMS)('while the database is away, on %s', (on) => {
  it('answers 503 on its own routes and on closed ones of the application', async () => {
    const shop = await Shop.open({ on, controllers: [OrdersController], latchkey: { sessions: { cacheSize: 0 } } });
    const { token, email } = await shop.newcomer();
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const refuses = () => Promise.reject(away);
    shop.app.get(PreparedStatements, { strict: false }).run = refuses;
    shop.dataSource.createQueryRunner = () => {
      throw away;
    };
    for (const path of ['/orders', '/auth/status']) {
      const { status, body, headers } = await shop.as(token, 'GET', path);
      expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '2']);
    }
    const login = await shop.send('POST', '/auth/login', { email, password: 'whatever it is' });
    expect([login.status, login.body.code]).toEqual([503, 'unavailable']);
  });
});
