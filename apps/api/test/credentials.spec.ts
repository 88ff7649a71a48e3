import { DatabaseModule } from '@latchkey/server/postgres';
import { Environment, EnvironmentModule, latchkeyOptions } from '@latchkey/server/environment';
import { LatchkeyModule } from '@latchkey/nest/latchkey';
import { HashingPool, PasswordOptions, Passwords } from '@latchkey/nest/passwords';
import { Sessions } from '@latchkey/nest/sessions';
import { patientlyConnected, type TestDatabase, testDatabase, testEnvironment } from '@latchkey/server/testing';
import { Users } from '@latchkey/nest/users';
import { Test, type TestingModule } from '@nestjs/testing';
import { setTimeout } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Credentials } from '@latchkey/nest/credentials';

const device = { userAgent: 'a test', address: '127.0.0.1' };
const ada = { email: 'ada@example.com', password: 'correct horse battery', remember: true };

describe('Credentials', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await testDatabase();
    const environment = EnvironmentModule.with(testEnvironment(database.url));
    const latchkey = LatchkeyModule.forRootAsync({ inject: [Environment], useFactory: latchkeyOptions });
    const imports = [environment, DatabaseModule.at(database.url), latchkey];
    module = await Test.createTestingModule({ imports }).compile();
    patientlyConnected(module.get(DataSource));
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

  it('takes a hash made elsewhere, and replaces it by one of ours at the right password alone', async () => {
    // werkzeug 3.1.9: generate_password_hash('correct horse battery', 'pbkdf2:sha256:1000')
    const passwordHash =
      'pbkdf2:sha256:1000$ThGsz19S9h471Ipz$0f3d98bb38b11e06d483d3a94ac3cfd613ed12178d4c6b64d6fac599e7c34135';
    const { id } = await module.get(Users).create({ email: 'grace@example.com', passwordHash });
    const stored = async () => (await module.get(Users).byId(id))?.passwordHash;
    const grace = { ...ada, email: 'grace@example.com' };
    await expect(module.get(Credentials).login({ ...grace, password: 'wrong' }, device)).rejects.toThrow();
    expect(await stored()).toBe(passwordHash);
    await module.get(Credentials).login(grace, device);
    expect(await stored()).toMatch(/^v1\$test\$2b\$04\$/);
    await module.get(Credentials).login(grace, device);
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

  describe('while the password is being changed', () => {
    const NEW = 'another horse battery';
    const LIVE_SESSIONS = `SELECT count(*)::int AS n FROM sessions s JOIN users u ON u.id = user_id AND session_epoch = epoch`;
    const sql = (query: string, parameters: unknown[] = []) => module.get(DataSource).query(query, parameters);
    const liveSessions = async (id: string) =>
      (await sql(`${LIVE_SESSIONS} WHERE u.id = $1 AND ended_at IS NULL`, [id]))[0].n;

    /** Somebody new, and a login of theirs that stands still between the check of the password and its session. */
    const loginInTheMiddle = async (email: string, password = ada.password) => {
      const { user } = await module.get(Credentials).register({ ...ada, email }, device);
      await module.get(Sessions).endAll(user.id, 'logout');
      const checked = Promise.withResolvers<void>();
      const goOn = Promise.withResolvers<void>();
      const find = async () => {
        const found = await module.get(Users).byEmail(email);
        checked.resolve();
        await goOn.promise;
        return found;
      };
      const entry = module.get(Credentials).enter(find, { password, remember: true }, device);
      entry.catch(() => undefined);
      await checked.promise;
      return { user, entry, goOn: goOn.resolve };
    };

    it('leaves no session behind that the old one opened', async () => {
      const { user, entry, goOn } = await loginInTheMiddle('race@example.com');
      await module.get(Users).change(user.id, { passwordHash: await module.get(Passwords).hash(NEW) });
      goOn();
      await expect(entry).rejects.toMatchObject({ fact: { code: 'wrong_credentials' } });
      expect(await liveSessions(user.id)).toBe(0);
    });

    it('waits for the change, whichever is first', async () => {
      const { user, entry, goOn } = await loginInTheMiddle('wait@example.com');
      const passwordHash = await module.get(Passwords).hash(NEW);
      await module.get(DataSource).transaction(async (manager) => {
        await module.get(Users).change(user.id, { passwordHash }, manager);
        goOn();
        const waits = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        while ((await sql(waits)).length === 0)
          expect(await Promise.race([entry, setTimeout(10, 'is not done')])).toBe('is not done');
      });
      await expect(entry).rejects.toMatchObject({ fact: { code: 'wrong_credentials' } });
      expect(await liveSessions(user.id)).toBe(0);
    });

    it('says so to whom was disabled, and knows nobody who was deleted', async () => {
      const disabled = await loginInTheMiddle('disabled@example.com');
      const deleted = await loginInTheMiddle('deleted@example.com');
      await module.get(Users).change(disabled.user.id, { isActive: false });
      await module.get(Users).remove(deleted.user.id);
      disabled.goOn();
      deleted.goOn();
      await expect(disabled.entry).rejects.toMatchObject({ fact: { code: 'account_disabled' } });
      await expect(deleted.entry).rejects.toMatchObject({ fact: { code: 'wrong_credentials' } });
    });

    it('lets in all who come at once with a hash to be renewed', async () => {
      const { user } = await module.get(Credentials).register({ ...ada, email: 'renew@example.com' }, device);
      const costlier = new Passwords(module.get(HashingPool), { ...module.get(PasswordOptions), cost: 5 });
      await module.get(Users).change(user.id, { passwordHash: await costlier.hash(ada.password) });
      const body = { ...ada, email: 'renew@example.com' };
      const entries = await Promise.all(Array.from({ length: 8 }, () => module.get(Credentials).login(body, device)));
      expect(new Set(entries.map(({ session }) => session.id)).size).toBe(8);
    });
  });
});
