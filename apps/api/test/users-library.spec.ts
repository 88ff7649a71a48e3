import { DatabaseModule } from '@latchkey/server/postgres';
import { Environment, EnvironmentModule, latchkeyOptions } from '@latchkey/server/environment';
import { patientlyConnected, type TestDatabase, testDatabase, testEnvironment } from '@latchkey/server/testing';
import { LatchkeyModule } from '@latchkey/nest/latchkey';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { EmailTaken, LastAdmin, userBody, UsernameTaken, UserNotFound, Users } from '@latchkey/nest/users';

describe('Users', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await testDatabase();
    const environment = EnvironmentModule.with(testEnvironment(database.url));
    module = await Test.createTestingModule({
      imports: [
        environment,
        DatabaseModule.at(database.url),
        LatchkeyModule.forRootAsync({ inject: [Environment], useFactory: latchkeyOptions }),
      ],
    }).compile();
    patientlyConnected(module.get(DataSource));
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  const create = (email: string) => module.get(Users).create({ email, passwordHash: 'v1$hash' });

  it('stores a user who is found again by e-mail', async () => {
    const user = await create('ada@example.com');
    expect(await module.get(Users).byEmail('ada@example.com')).toEqual(user);
    expect(await module.get(Users).byEmail('eve@example.com')).toBeNull();
  });

  it('gives an address to one of many who ask at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => create('race@example.com')));
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason);
    expect(refused).toHaveLength(7);
    expect(refused.every((reason) => reason instanceof EmailTaken)).toBe(true);
  });

  it('shows a user without what is secret', async () => {
    const body = userBody(await create('grace@example.com'));
    expect(JSON.stringify(body)).not.toContain('hash');
    expect(body).toMatchObject({ email: 'grace@example.com', admin: false, roles: ['user'], is_active: true });
  });

  it('renews a hash only if the password was not changed meanwhile', async () => {
    const user = await create('lin@example.com');
    await module.get(Users).replacePasswordHash({ ...user, passwordHash: 'v1$older' }, 'v1$lost');
    expect((await module.get(Users).byEmail('lin@example.com'))?.passwordHash).toBe('v1$hash');
    await module.get(Users).replacePasswordHash(user, 'v1$newer');
    expect((await module.get(Users).byEmail('lin@example.com'))?.passwordHash).toBe('v1$newer');
  });

  it('changes what it is told and answers the user as changed', async () => {
    const { id } = await create('mary@example.com');
    const changed = await module.get(Users).change(id, { username: 'mary', displayName: 'Mary' });
    expect(changed).toEqual(await module.get(Users).byUsername('mary'));
    const other = await create('jean@example.com');
    await expect(module.get(Users).change(other.id, { username: 'mary' })).rejects.toThrow(UsernameTaken);
    await expect(module.get(Users).change(other.id, { email: 'mary@example.com' })).rejects.toThrow(EmailTaken);
    await expect(module.get(Users).change(crypto.randomUUID(), { displayName: 'x' })).rejects.toThrow(UserNotFound);
  });

  it('removes a user once', async () => {
    const { id } = await create('kay@example.com');
    await module.get(Users).remove(id);
    await expect(module.get(Users).remove(id)).rejects.toThrow(UserNotFound);
  });

  it.each([
    ['removed', (id: string) => module.get(Users).remove(id)],
    ['disabled', (id: string) => module.get(Users).change(id, { isActive: false })],
    ['demoted', (id: string) => module.get(Users).change(id, { roles: ['user'] })],
  ])('keeps one of two administrators who are %s at once', async (how, act) => {
    await module.get(DataSource).query('TRUNCATE users CASCADE');
    const admins = await Promise.all([1, 2].map((n) => create(`${how}-${n}@example.com`)));
    for (const { id } of admins) await module.get(Users).change(id, { roles: ['user', 'admin'] });
    const results = await Promise.allSettled(admins.map(({ id }) => act(id)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')?.reason).toBeInstanceOf(LastAdmin);
  });
});
