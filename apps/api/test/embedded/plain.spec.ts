import { OrdersController } from './orders';
import { PASSWORD, PLATFORMS, Shop } from './shop';

describe.each(PLATFORMS)('LatchkeyModule and nothing else of ours, on %s', (on) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open({ on, controllers: [OrdersController] });
  });

  it('registers, signs in, and knows whose call it is on routes of the application', async () => {
    const { id, email } = await shop.newcomer();
    const { status, body } = await shop.send('POST', '/auth/login', { email, password: PASSWORD });
    expect(status).toBe(200);
    expect((await shop.as(body.auth_token, 'GET', '/auth/status')).body.data).toMatchObject({ user_id: id, email });
    expect((await shop.as(body.auth_token, 'GET', '/orders')).body).toEqual({ of: id });
  });

  it('closes what does not say that it is public, with an answer of the contract', async () => {
    const { status, headers, body } = await shop.send('GET', '/orders');
    expect([status, body.code]).toEqual([401, 'token_missing']);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="latchkey"');
    expect(headers.get('x-request-id')).toBe(body.request_id);
    const { token } = await shop.newcomer();
    const refused = await shop.as(token, 'GET', '/orders/everybody');
    expect([refused.status, refused.body.required]).toEqual([403, ['users:read']]);
  });

  it('refreshes by a cookie, which logging out takes away', async () => {
    const { token, cookie } = await shop.newcomer();
    const refreshed = await shop.refresh(cookie);
    expect([refreshed.status, refreshed.headers.getSetCookie()]).toEqual([
      200,
      [expect.stringMatching(/^latchkey_3000_refresh=.*; Path=\/auth; Max-Age=2592000; HttpOnly; SameSite=Strict$/)],
    ]);
    const out = await shop.as(token, 'POST', '/auth/logout');
    expect([out.status, out.headers.getSetCookie()]).toEqual([
      200,
      [expect.stringContaining('Path=/auth; Max-Age=0;')],
    ]);
    expect((await shop.as(token, 'GET', '/orders')).body.code).toBe('session_revoked');
    expect((await shop.refresh(cookie)).status).toBe(401);
  });

  it('lists devices, and ends one', async () => {
    const { token, email } = await shop.newcomer();
    const { body: other } = await shop.send('POST', '/auth/login', { email, password: PASSWORD });
    const { body } = await shop.as(token, 'GET', '/auth/sessions');
    expect(body.data).toHaveLength(2);
    const [{ session_id }] = body.data.filter(({ current }: { current: boolean }) => !current);
    expect((await shop.as(token, 'DELETE', `/auth/sessions/${session_id}`)).status).toBe(200);
    expect((await shop.as(other.auth_token, 'GET', '/orders')).status).toBe(401);
  });

  it('lets administrators, and nobody else, see everybody', async () => {
    const [{ token }, { token: stranger }] = [await shop.administrator(), await shop.newcomer()];
    expect((await shop.as(token, 'GET', '/users?per_page=1')).body.data).toHaveLength(1);
    expect((await shop.as(stranger, 'GET', '/users')).status).toBe(403);
    const made = await shop.as(token, 'POST', '/users', { email: 'grace@example.com' });
    expect(made.status).toBe(201);
    expect((await shop.as(token, 'PATCH', `/users/${made.body.data.user_id}`, { is_active: false })).status).toBe(200);
    const login = { email: 'grace@example.com', password: made.body.generated_password };
    expect((await shop.send('POST', '/auth/login', login)).body.code).toBe('account_disabled');
  });

  it('checks bodies though the application has no pipe', async () => {
    const { status, body } = await shop.send('POST', '/auth/register', { email: 'nobody', password: 'x' });
    expect(status).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['email', 'password']);
    expect((await shop.send('POST', '/auth/register')).status).toBe(422);
  });

  it('leaves failures of the application as Nest words them', async () => {
    const own = { message: 'no offers today', error: 'Not Found', statusCode: 404 };
    expect((await shop.send('GET', '/orders/offers')).body).toEqual(own);
    expect((await shop.send('GET', '/nowhere')).body).toMatchObject({
      message: 'Cannot GET /nowhere',
      statusCode: 404,
    });
    const malformed = await shop.send('POST', '/orders', '{"tea":');
    expect([malformed.status, malformed.body.statusCode, malformed.body.code]).toEqual([400, 400, undefined]);
    expect((await shop.send('GET', '/orders/broken')).body).toEqual({
      message: 'Internal server error',
      statusCode: 500,
    });
  });
});
