import { defineAuth } from '@latchkey/contract';
import { Permissions, type SignUp, SignedInNow, type SignedIn } from '@latchkey/nest/latchkey';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { LatchkeyHooks } from '@latchkey/nest/latchkey';
import { InvalidOptions } from '@latchkey/nest/latchkey';
import { PASSWORD, Shop, type ShopSetup } from './shop';

const auth = defineAuth({
  roles: { user: ['orders:read'], clerk: ['orders:read', 'orders:write'], admin: '*' },
  user: z.object({
    companyId: z.nullable(z.int('Send a number')),
    plan: z.enum(['free', 'paid'], 'Say free or paid'),
    locale: z.string().max(8),
  }),
});

@Controller('orders')
class OrdersController {
  @Get()
  whose(@SignedInNow() { user }: SignedIn) {
    return user;
  }

  @Permissions('orders:write' as never)
  @Get('new')
  write() {
    return { may: 'write' };
  }
}

class ShopHooks extends LatchkeyHooks {
  static readonly bodies: SignUp[] = [];

  override beforeSignUp(body: SignUp) {
    ShopHooks.bodies.push(body);
    return body['companyId'] === 13 ? { companyId: 'This company takes nobody' } : undefined;
  }
}

const setup: ShopSetup = {
  controllers: [OrdersController],
  latchkey: {
    contract: auth,
    hooks: ShopHooks,
    columns: {
      companyId: { type: 'int', name: 'company_id', nullable: true, atSignUp: true },
      plan: { type: 'text', default: 'free' },
      locale: { type: 'varchar', length: 8, default: 'en', atSignUp: true },
    },
  },
};

describe('columns of the application', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open(setup);
  });

  it('are said at sign-up where that is allowed, and are in every answer about the user', async () => {
    const own = { companyId: 7, locale: 'de', plan: 'free' };
    const { status, body } = await shop.register({ companyId: 7, locale: 'de', plan: 'paid' });
    expect([status, body.data]).toEqual([201, expect.objectContaining(own)]);
    const { auth_token: token } = body;
    expect((await shop.as(token, 'GET', '/auth/status')).body.data).toMatchObject(own);
    expect((await shop.as(token, 'GET', '/auth/account')).body.data).toMatchObject(own);
    expect((await shop.as(token, 'GET', '/orders')).body).toMatchObject(own);
    const { token: administrator } = await shop.administrator();
    expect((await shop.as(administrator, 'GET', `/users/${body.data.user_id}`)).body.data).toMatchObject(own);
    expect(ShopHooks.bodies).toContainEqual({ email: body.data.email, companyId: 7, locale: 'de' });
  });

  it('are checked like every field', async () => {
    const { status, body } = await shop.register({ companyId: 'mine', locale: 'much too long' });
    expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([422, ['companyId', 'locale']]);
    expect((await shop.register({ companyId: 13 })).body.errors).toEqual([
      { path: 'companyId', message: 'This company takes nobody' },
    ]);
  });

  it('have null or their default where they are not said', async () => {
    expect((await shop.register()).body.data).toMatchObject({ companyId: null, plan: 'free', locale: 'en' });
  });

  it('are set and changed by administrators', async () => {
    const { token } = await shop.administrator();
    const made = await shop.as(token, 'POST', '/users', { email: 'ada@example.com', plan: 'paid', companyId: 3 });
    expect([made.status, made.body.data]).toEqual([201, expect.objectContaining({ plan: 'paid', companyId: 3 })]);
    const path = `/users/${made.body.data.user_id}`;
    expect((await shop.as(token, 'PATCH', path, { companyId: null })).body.data).toMatchObject({ companyId: null });
    expect((await shop.as(token, 'PATCH', path, { plan: 'gold' })).body.errors).toEqual([
      { path: 'plan', message: 'Say free or paid' },
    ]);
  });

  it('are fresh on every replica as soon as they change, whoever changes them', async () => {
    const replica = await Shop.open({ ...setup, database: shop.database, leavesDatabase: true });
    const { token, id } = await shop.newcomer({ companyId: 1 });
    const seen = async (at: Shop) => (await at.as(token, 'GET', '/orders')).body.companyId;
    expect([await seen(shop), await seen(replica)]).toEqual([1, 1]);
    await shop.dataSource.query('UPDATE users SET company_id = 2 WHERE id = $1', [id]);
    for (const at of [shop, replica]) {
      let last: unknown;
      const from = performance.now();
      while ((last = await seen(at)) !== 2 && performance.now() - from < 10_000);
      expect(last).toBe(2);
    }
  });
});

describe('roles of the application', () => {
  it('are given by administrators, found in lists, and allow what the contract says', async () => {
    const shop = await Shop.open(setup);
    const [{ token }, { id, email }] = [await shop.administrator(), await shop.newcomer()];
    const login = async () =>
      (await shop.send('POST', '/auth/login', { email, password: PASSWORD })).body.auth_token as string;
    const refused = await shop.as(await login(), 'GET', '/orders/new');
    expect([refused.status, refused.body.required]).toEqual([403, ['orders:write']]);
    expect((await shop.as(token, 'PATCH', `/users/${id}`, { roles: ['clerk'] })).status).toBe(200);
    expect((await shop.as(await login(), 'GET', '/orders/new')).body).toEqual({ may: 'write' });
    expect((await shop.as(token, 'GET', '/orders/new')).status).toBe(200);
    expect((await shop.as(token, 'GET', '/users?role=clerk')).body.data).toHaveLength(1);
    const unknown = await shop.as(token, 'PATCH', `/users/${id}`, { roles: ['king'] });
    expect(unknown.body.errors).toEqual([{ path: 'roles.0', message: 'Choose user or clerk or admin' }]);
  });
});

describe('columns that cannot be', () => {
  it.each([
    ['a field of ours', { email: { type: 'text' } }, /columns\.email: Latchkey has this field itself/],
    ['a column of ours', { hash: { type: 'text', name: 'password_hash' } }, /has a column password_hash itself/],
    ['what no SQL can name', { tax: { type: 'int', name: 'tax id' } }, /columns\.tax: "tax id" cannot name a column/],
    ['one said at sign-up and never checked', { tax: { type: 'int', atSignUp: true } }, /columns\.tax: needs a schema/],
  ] as const)('stop the start: %s', async (_, columns, words) => {
    const opened = Shop.open({ latchkey: { columns } });
    await expect(opened).rejects.toThrow(InvalidOptions);
    await expect(opened).rejects.toThrow(words);
  });

  it('stop the start where the contract has a field without a column, and where the table has none', async () => {
    await expect(Shop.open({ latchkey: { contract: auth } })).rejects.toThrow(
      /contract\.user\.companyId: has no column/,
    );
    const latchkey = { columns: { motto: { type: 'text', nullable: true } }, migrations: 'check' } as const;
    const { database } = await Shop.open();
    await expect(Shop.open({ latchkey, database, leavesDatabase: true })).rejects.toThrow(/lacks users\.motto/);
  });
});
