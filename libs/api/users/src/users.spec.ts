import { DatabaseModule } from '@latchkey/api/database';
import { EnvironmentModule } from '@latchkey/api/environment';
import { type TestDatabase, testDatabase, testEnvironment } from '@latchkey/api/testing';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { EmailTaken, userBody, Users, UsersModule } from './index';

describe('Users', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await testDatabase();
    const environment = EnvironmentModule.with(testEnvironment(database.url));
    module = await Test.createTestingModule({
      imports: [environment, DatabaseModule.at(database.url), UsersModule],
    }).compile();
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  const create = (email: string) =>
    module.get(DataSource).transaction((manager) => module.get(Users).create(email, 'v1$hash', manager));

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
    await module.get(Users).upgradePasswordHash({ ...user, passwordHash: 'v1$older' }, 'v1$lost');
    expect((await module.get(Users).byEmail('lin@example.com'))?.passwordHash).toBe('v1$hash');
    await module.get(Users).upgradePasswordHash(user, 'v1$newer');
    expect((await module.get(Users).byEmail('lin@example.com'))?.passwordHash).toBe('v1$newer');
  });
});
