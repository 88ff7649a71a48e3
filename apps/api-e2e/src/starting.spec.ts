import { testDatabase } from '@latchkey/server/testing';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuiltServer, secrets } from './built-server';

const production = { ...secrets, NODE_ENV: 'production', PUBLIC_URL: 'https://login.acme.test', PASSWORD_COST: '12' };

/** The addresses that localhost has here. */
const loopback = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .map(({ address }) => address)
  .filter((address) => ['127.0.0.1', '::1'].includes(address));

/** One that PostgreSQL's own user may enter, where the tests run as root. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  chmodSync(folder, 0o755);
  return folder;
}

describe('the server', () => {
  it('prints its links and takes a person from registration to log-out', async () => {
    const server = await BuiltServer.start();
    expect(server.output).toMatch(/Site +http:\/\/localhost:\d+\n +API docs +http:\/\/localhost:\d+\/docs\n/);
    const { auth_token } = (await (await server.register('ada@example.com')).json()) as { auth_token: string };
    const headers = { authorization: `Bearer ${auth_token}` };
    expect((await fetch(`${server.url}/auth/status`, { headers })).status).toBe(200);
    expect((await server.post('/auth/logout', {}, headers)).status).toBe(200);
    expect((await fetch(`${server.url}/auth/status`, { headers })).status).toBe(401);
  });

  it.each([
    ['a port that is no number', { PORT: 'abc' }, /PORT: needs a whole number/],
    ['a short secret', { JWT_SECRET: 'short' }, /JWT_SECRET: needs at least 32/],
    ['production without settings', { NODE_ENV: 'production' }, /DATABASE_URL is not set.*\n.*JWT_SECRET is not set/],
    [
      'an example secret in production',
      { ...production, DATABASE_URL: 'postgres://x/y', JWT_SECRET: 'change-me-change-me-change-me-32' },
      /JWT_SECRET looks like an example/,
    ],
    [
      'a database that nobody serves',
      { ...secrets, DATABASE_URL: 'postgres://x@127.0.0.1:1/x' },
      /No PostgreSQL answers at DATABASE_URL/,
    ],
    [
      'a database on a machine that is not there',
      { ...secrets, DATABASE_URL: 'postgres://x@no.such.host.invalid/x' },
      /There is no machine of the name that DATABASE_URL has/,
    ],
    ['a file of keys that is not there', { ...secrets, JWT_KEYS_FILE: '/nowhere.json' }, /JWT_KEYS_FILE: .*ENOENT/],
    ['a data folder that is a file', { DATA_FOLDER: '/etc/hostname' }, /cannot be used \((ENOTDIR|EEXIST)\)/],
    ['a path that misleads a shell', { DATA_FOLDER: join(openFolder(), '"$x') }, /in the path misleads it/],
  ])('refuses %s in a line that names the setting', async (_, settings, words) => {
    const server = BuiltServer.spawn(settings);
    expect(await server.exit).toBe(1);
    expect(server.output).toMatch(words);
    expect(server.output).not.toMatch(/\n +at |node_modules|change-me/);
  });

  it('says what the database refuses, and which address is not this machine’s', async () => {
    const { url: DATABASE_URL } = await testDatabase();
    const nowhere = new URL(DATABASE_URL);
    nowhere.pathname = 'nowhere';
    const wrongDatabase = BuiltServer.spawn({ ...secrets, DATABASE_URL: nowhere.href });
    const wrongHost = BuiltServer.spawn({ ...secrets, DATABASE_URL, HOST: '192.0.2.1' });
    expect([await wrongDatabase.exit, await wrongHost.exit]).toEqual([1, 1]);
    expect(wrongDatabase.output).toBe('PostgreSQL at DATABASE_URL refuses: database "nowhere" does not exist.\n');
    expect(wrongHost.output).toMatch(/^HOST=192\.0\.2\.1 is no address of this machine/);
  });

  it.each(loopback)(
    'says only that a port is taken, also where another program has it on %s alone',
    async (address) => {
      const other = createServer().listen(0, address);
      await new Promise((resolve) => other.once('listening', resolve));
      const { url: DATABASE_URL } = await testDatabase();
      const { port } = other.address() as AddressInfo;
      const server = BuiltServer.spawn({ ...secrets, DATABASE_URL, HOST: 'localhost', PORT: String(port) });
      expect(await server.exit).toBe(1);
      expect(server.output).toBe(
        `Port ${port} is taken. Stop what is using it, or choose another: PORT=${port + 1} npm start.\n`,
      );
      other.close();
    },
  );

  it('in production hides the docs, promises HTTPS and logs lines of JSON', async () => {
    const { url: DATABASE_URL } = await testDatabase();
    const server = await BuiltServer.start({ ...production, DATABASE_URL, HOST: '127.0.0.1', LOG_LEVEL: 'debug' });
    expect((await fetch(`${server.url}/docs-json`)).status).toBe(404);
    const { headers } = await fetch(`${server.url}/health/live`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(await server.kill('SIGTERM')).toBe(0);
    const logged = server.output.split('\n').filter((line) => line.startsWith('{'));
    expect(logged.length).toBeGreaterThan(10);
    expect(logged.every((line) => typeof JSON.parse(line) === 'object')).toBe(true);
  });

  it('in production logs why it refused a token, with the request’s id, and tells the client less', async () => {
    const { url: DATABASE_URL } = await testDatabase();
    const server = await BuiltServer.start({ ...production, DATABASE_URL, HOST: '127.0.0.1' });
    const headers = { authorization: 'Bearer garbage' };
    const body = (await (await fetch(`${server.url}/auth/status`, { headers })).json()) as { request_id: string };
    expect(Object.keys(body)).toEqual(['status', 'message', 'code', 'request_id']);
    expect(await server.kill('SIGTERM')).toBe(0);
    const line = server.output.split('\n').find((text) => text.includes(body.request_id));
    expect(JSON.parse(line as string)).toMatchObject({ message: { code: 'token_invalid', check: 'form' } });
    expect(server.output).not.toContain('garbage');
  });
});

describe('the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-own-'));
  // As root, PostgreSQL's own user has to be able to enter.
  chmodSync(folder, 0o755);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is found again after a kill, with all that was answered, and belongs to one server', async () => {
    const first = await BuiltServer.start({ DATA_FOLDER: folder });
    expect((await first.register('ada@example.com')).status).toBe(201);
    const second = BuiltServer.spawn({ DATA_FOLDER: folder });
    expect(await second.exit).toBe(1);
    expect(second.output).toMatch(/already running from .* \(process \d+, http/);
    expect((await first.login('ada@example.com')).status).toBe(200);
    await first.kill('SIGKILL');
    const third = await BuiltServer.start({ DATA_FOLDER: folder });
    expect(third.output).toContain('found running and used on');
    expect((await third.login('ada@example.com')).status).toBe(200);
    expect(await third.kill('SIGTERM')).toBe(0);
    const fourth = await BuiltServer.start({ DATA_FOLDER: folder });
    expect(fourth.output).not.toContain('found running');
    expect(await fourth.kill('SIGTERM')).toBe(0);
  });
});
