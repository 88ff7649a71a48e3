import { Injectable, Module } from '@nestjs/common';
import {
  type EndedSession,
  InvalidInput,
  LatchkeyHooks,
  type SignUp,
  type UserNow,
  Users,
} from '@latchkey/nest/latchkey';
import { decode } from 'jsonwebtoken';
import { type EntityManager } from 'typeorm';
import { PASSWORD, PLATFORMS, Shop } from './shop';

/** A service of the application's, which itself depends on Latchkey. */
@Injectable()
class Companies {
  readonly told: unknown[] = [];
  fails = '';

  constructor(readonly users: Users) {}

  note(what: unknown, name: string): void {
    if (this.fails === name) throw new InvalidInput({ email: `${name} says no` });
    this.told.push(what);
  }
}

@Module({ providers: [Companies], exports: [Companies] })
class CompaniesModule {}

@Injectable()
class ShopHooks extends LatchkeyHooks {
  constructor(private readonly companies: Companies) {
    super();
  }

  override beforeSignUp({ email }: SignUp) {
    if (email?.endsWith('@rival.test')) return { email: 'Not from there' };
    if (email?.endsWith('@banned.test')) throw new InvalidInput({ email: 'Not you' });
    return undefined;
  }

  override async signedUp(user: UserNow, tx: EntityManager): Promise<void> {
    await tx.query('INSERT INTO carts (owner) VALUES ($1)', [user.id]);
    this.companies.note(['up', user.id, 'passwordHash' in user], 'signedUp');
  }

  override signedIn(user: UserNow, session: { id: string }): void {
    this.companies.note(['in', user.id, typeof session.id], 'signedIn');
  }

  override passwordChanged(user: UserNow): void {
    this.companies.note(['password', user.id], 'passwordChanged');
  }

  override sessionEnded({ userId, reason, sessionId }: EndedSession): void {
    this.companies.note(['ended', userId, reason, typeof sessionId], 'sessionEnded');
  }

  override async deleted(user: UserNow, tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM carts WHERE owner = $1', [user.id]);
    this.companies.note(['deleted', user.id], 'deleted');
  }

  override claims({ email }: UserNow) {
    return { domain: email?.split('@')[1], sub: 'somebody else' };
  }
}

describe.each(PLATFORMS)('hooks of the application, on %s', (on) => {
  let shop: Shop;
  let companies: Companies;
  const carts = async (id: string) => (await shop.dataSource.query('SELECT FROM carts WHERE owner = $1', [id])).length;
  const accounts = async (email: string) =>
    (await shop.dataSource.query('SELECT FROM users WHERE email = $1', [email])).length;

  beforeAll(async () => {
    shop = await Shop.open({ on, latchkey: { hooks: ShopHooks, imports: [CompaniesModule] } });
    companies = shop.app.get(Companies, { strict: false });
    // Points at the user without a cascade: what is left of a cart would hold the user back.
    await shop.dataSource.query('CREATE TABLE carts (owner uuid REFERENCES users (id))');
  });
  beforeEach(() => {
    companies.told.length = 0;
    companies.fails = '';
  });

  it('refuse a sign-up under a field, returned or thrown, from an administrator too', async () => {
    const { token } = await shop.administrator();
    for (const [email, message] of [
      ['eve@rival.test', 'Not from there'],
      ['eve@banned.test', 'Not you'],
    ]) {
      const errors = [{ path: 'email', message }];
      expect(await shop.register({ email })).toMatchObject({ status: 422, body: { code: 'invalid_input', errors } });
      expect(await shop.as(token, 'POST', '/users', { email })).toMatchObject({ status: 422, body: { errors } });
      expect(await accounts(email as string)).toBe(0);
    }
  });

  it('write in the transaction of the sign-up, and hear who came in', async () => {
    const { id } = await shop.newcomer();
    expect(companies.told).toEqual([
      ['up', id, false],
      ['in', id, 'string'],
    ]);
    expect(await carts(id)).toBe(1);
  });

  it('leave nothing behind where they throw', async () => {
    companies.fails = 'signedUp';
    const email = 'grace@example.com';
    expect((await shop.register({ email })).body.errors).toEqual([{ path: 'email', message: 'signedUp says no' }]);
    expect(await accounts(email)).toBe(0);
    companies.fails = '';
    const administrator = await shop.administrator();
    companies.fails = 'signedUp';
    expect((await shop.as(administrator.token, 'POST', '/users', { email })).status).toBe(422);
    expect(await accounts(email)).toBe(0);
    expect((await shop.dataSource.query('SELECT FROM carts WHERE owner NOT IN (SELECT id FROM users)')).length).toBe(0);
  });

  it('may refuse whoever comes in, whose session is over then', async () => {
    const { email, id } = await shop.newcomer();
    companies.fails = 'signedIn';
    expect((await shop.send('POST', '/auth/login', { email, password: PASSWORD })).status).toBe(422);
    const live = 'SELECT FROM sessions WHERE user_id = $1 AND ended_at IS NULL';
    expect((await shop.dataSource.query(live, [id])).length).toBe(1);
  });

  it('hear of passwords and of ends', async () => {
    const { token, id, email } = await shop.newcomer();
    const { body } = await shop.send('POST', '/auth/login', { email, password: PASSWORD });
    companies.told.length = 0;
    const change = { current_password: PASSWORD, new_password: 'a better horse battery' };
    const changed = await shop.as(token, 'POST', '/auth/account/password', change);
    expect(changed.status).toBe(200);
    expect(companies.told).toEqual([
      ['password', id],
      ['ended', id, 'password_changed', 'undefined'],
    ]);
    companies.told.length = 0;
    expect((await shop.as(body.auth_token, 'POST', '/auth/logout')).status).toBe(401);
    expect((await shop.as(changed.body.auth_token, 'POST', '/auth/logout')).status).toBe(200);
    expect(companies.told).toEqual([['ended', id, 'logout', 'string']]);
  });

  it('change nothing of what has happened where they throw after it', async () => {
    const { token, id } = await shop.newcomer();
    companies.fails = 'sessionEnded';
    expect((await shop.as(token, 'POST', '/auth/logout')).status).toBe(200);
    const ended = 'SELECT FROM sessions WHERE user_id = $1 AND ended_at IS NOT NULL';
    expect((await shop.dataSource.query(ended, [id])).length).toBe(1);
  });

  it('take along what points at whoever is deleted, or keep them', async () => {
    const { token, id } = await shop.newcomer();
    companies.fails = 'deleted';
    const confirm = { current_password: PASSWORD };
    expect((await shop.as(token, 'DELETE', '/auth/account', confirm)).status).toBe(422);
    expect(await carts(id)).toBe(1);
    companies.fails = '';
    expect((await shop.as(token, 'DELETE', '/auth/account', confirm)).status).toBe(200);
    expect(await carts(id)).toBe(0);
    const other = await shop.newcomer();
    expect((await shop.as((await shop.administrator()).token, 'DELETE', `/users/${other.id}`)).status).toBe(200);
    expect(companies.told).toContainEqual(['deleted', other.id]);
  });

  it('say claims in tokens, refreshed and renewed ones too, and in the status; none of ours is theirs to say', async () => {
    const { token, cookie, id } = await shop.newcomer();
    const { body } = await shop.refresh(cookie);
    const change = { current_password: PASSWORD, new_password: 'a better horse battery' };
    const { auth_token: renewed } = (await shop.as(token, 'POST', '/auth/account/password', change)).body;
    for (const one of [token, body.auth_token, renewed])
      expect(decode(one)).toMatchObject({ domain: 'example.com', sub: id });
    expect((await shop.as(renewed, 'GET', '/auth/status')).body.data.claims).toMatchObject({ domain: 'example.com' });
  });
});
