import { DatabaseModule } from '@latchkey/api/database';
import { EnvironmentModule } from '@latchkey/api/environment';
import { type TestDatabase, testDatabase, testEnvironment } from '@latchkey/api/testing';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Credentials, CredentialsModule } from './index';

const device = { userAgent: 'a test', address: '127.0.0.1' };
const ada = { email: 'ada@example.com', password: 'correct horse battery', remember: true };

describe('Credentials', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await testDatabase();
    const environment = EnvironmentModule.with(testEnvironment(database.url));
    const imports = [environment, DatabaseModule.at(database.url), CredentialsModule];
    module = await Test.createTestingModule({ imports }).compile();
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  it('makes an account and a session of its own for every login', async () => {
    const first = await module.get(Credentials).register(ada, device);
    const second = await module.get(Credentials).login(ada, device);
    expect(second.user.id).toBe(first.user.id);
    expect(second.session.id).not.toBe(first.session.id);
  });

  it('makes both account and session, or neither', async () => {
    const bob = { ...ada, email: 'bob@example.com' };
    // PostgreSQL refuses NUL in a text, so that the session cannot be stored.
    await expect(module.get(Credentials).register(bob, { ...device, userAgent: '\0' })).rejects.toThrow();
    const [found] = await module
      .get(DataSource)
      .query('SELECT count(*)::int AS n FROM users WHERE email = $1', [bob.email]);
    expect(found).toEqual({ n: 0 });
  });

  it.each([
    ['a wrong password', { ...ada, password: 'wrong' }],
    ['nobody', { ...ada, email: 'nobody@example.com' }],
  ])('opens no session for %s', async (_, body) => {
    const sessions = () => module.get(DataSource).query('SELECT count(*) FROM sessions');
    const before = await sessions();
    await expect(module.get(Credentials).login(body, device)).rejects.toMatchObject({
      fact: { code: 'wrong_credentials' },
    });
    expect(await sessions()).toEqual(before);
  });
});
