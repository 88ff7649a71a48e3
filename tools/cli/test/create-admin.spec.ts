import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { emptyFolder, hasScript, latchkey, main, pause, Running } from './command-line';
import { type Database, emptyDatabase } from './database';
import { startServer } from './server';

const PASSWORD = 'correct horse battery';
const rolesOf = 'SELECT roles, is_active FROM users WHERE email = $1';

describe('create-admin', () => {
  it('makes the tables and an administrator of a password from a pipe, who signs in', async () => {
    const { env } = await emptyDatabase();
    const outcome = await latchkey(['create-admin', ' Ada@Example.com'], env, `${PASSWORD}\nmore`);
    expect(outcome).toEqual({ code: 0, out: 'ada@example.com is an administrator now.\n', err: '' });
    const server = await startServer(env);
    expect(await server.login('ada@example.com', PASSWORD)).toMatchObject({ status: 200, data: { admin: true } });
  });

  it.each([
    ['asked to', ['--generate'], `${PASSWORD}\n`],
    ['nothing comes in', [], ''],
  ])('makes a password and shows it once where %s', async (_, options, input) => {
    const { env } = await emptyDatabase();
    const { code, out } = await latchkey(['create-admin', 'ada@example.com', ...options], env, input);
    const password = /Password, shown this once: (\w{5}(?:-\w{5}){3})\n$/.exec(out)?.[1] as string;
    expect(code).toBe(0);
    const server = await startServer(env);
    expect(await server.login('ada@example.com', password)).toMatchObject({ status: 200, data: { admin: true } });
  });

  it.each([
    ['', [], `${PASSWORD}\n`],
    [', asked to make a password', ['--generate'], ''],
  ])('leaves an account that somebody registered as it is%s', async (_, options, input) => {
    const { env, sql } = await emptyDatabase();
    const server = await startServer(env);
    await register(server.url, 'ada@example.com');
    const before = await sql('SELECT * FROM users');
    for (const change of ['', 'UPDATE users SET is_active = false', `UPDATE users SET roles = '{user,admin}'`]) {
      if (change) await sql(change);
      const { code, out, err } = await latchkey(['create-admin', 'Ada@example.com', ...options], env, input);
      expect([code, out, err]).toEqual([
        1,
        '',
        expect.stringMatching(/already[^]*create-admin ada@example.com --take-over/),
      ]);
    }
    expect(await sql('SELECT * FROM users')).toEqual([{ ...before[0], is_active: false, roles: ['user', 'admin'] }]);
    await sql('UPDATE users SET is_active = true');
    const again = await latchkey(['create-admin', 'ada@example.com', ...options], env, input);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Nothing was changed.') });
  });

  it('leaves an account alone that was registered while it asked for the password', async () => {
    const { env, sql } = await emptyDatabase();
    const command = Running.start(process.execPath, [main, 'create-admin', 'ada@example.com'], env, emptyFolder());
    const looked = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle' AND query LIKE '%FROM "users"%'`;
    while ((await sql(looked)).length === 0) await pause(20);
    await sql(`INSERT INTO users (id, email, password_hash) VALUES (gen_random_uuid(), 'ada@example.com', 'x')`);
    command.child.stdin?.end('another long password\n');
    expect(await command.outcome).toMatchObject({ code: 1, err: expect.stringContaining('--take-over') });
    expect(await sql(rolesOf, ['ada@example.com'])).toEqual([{ roles: ['user'], is_active: true }]);
  });

  it('takes an account over where it is told to: a new password, and nobody who was in stays in', async () => {
    const { env, sql } = await emptyDatabase();
    const server = await startServer(env);
    const stranger = await register(server.url, 'ada@example.com');
    await sql('UPDATE users SET is_active = false');
    const words = ['create-admin', 'ada@example.com', '--take-over'];
    const { code, out } = await latchkey(words, env, 'another long password');
    expect([code, out]).toEqual([0, expect.stringMatching(/new password.*sessions.*over/)]);
    expect(await sql(rolesOf, ['ada@example.com'])).toEqual([{ roles: ['user', 'admin'], is_active: true }]);
    const users = await fetch(`${server.url}/users`, { headers: { authorization: `Bearer ${stranger}` } });
    expect([users.status, (await server.login('ada@example.com', PASSWORD)).status]).toEqual([401, 401]);
    expect(await server.login('ada@example.com', 'another long password')).toMatchObject({ data: { admin: true } });
    expect(await latchkey(['create-admin', 'grace@example.com', '--take-over'], env, PASSWORD)).toMatchObject({
      code: 0,
      out: 'grace@example.com is an administrator now.\n',
    });
  });

  it.each([
    ['a common password', ['create-admin', 'ada@example.com'], 'password\n', 1, /most common passwords\. .*\n$/],
    ['a short password', ['create-admin', 'ada@example.com'], 'short\n', 1, /^Use at least 8 characters\.\n$/],
    ['the e-mail as password', ['create-admin', 'ada@example.com'], 'ada@example.com\n', 1, /not your e-mail/],
    ['what is no e-mail', ['create-admin', 'ada'], PASSWORD, 2, /^Enter an e-mail address such as/],
    ['no e-mail', ['create-admin'], PASSWORD, 2, /^Usage: .*create-admin EMAIL/],
    ['an unknown option', ['create-admin', 'ada@example.com', '--x'], PASSWORD, 2, /^Unknown option '--x'\.\nUsage/],
    ['an unknown command', ['constructor'], '', 2, /^There is no command "constructor"/],
  ])('refuses %s in a line', async (_, words, input, code, err) => {
    const { env, sql } = await emptyDatabase();
    const outcome = await latchkey(words, env, input);
    expect(outcome).toEqual({ code, out: '', err: expect.stringMatching(err) });
    expect(await numberOfUsers(sql)).toBe(0);
  });

  it('shows help for all and for each', async () => {
    expect(await latchkey(['--help'], {})).toMatchObject({
      code: 0,
      out: expect.stringMatching(/create-admin [^]*import [^]*doctor /),
    });
    const { code, out } = await latchkey(['create-admin', '--help'], {});
    expect([code, out]).toEqual([0, expect.stringContaining('create-admin EMAIL [--generate] [--take-over]')]);
    expect((await latchkey([], {})).code).toBe(2);
  });

  it.each([
    ['no server', 'postgres://x@127.0.0.1:1/x', /^No PostgreSQL answers at DATABASE_URL\./],
    ['no database', undefined, /^PostgreSQL at DATABASE_URL refuses: database "\w+" does not exist\.\n$/],
  ])('says in a line that there is %s', async (_, given, words) => {
    const there = new URL((await emptyDatabase()).env.DATABASE_URL);
    there.pathname = 'latchkey_of_nobody';
    const outcome = await latchkey(
      ['create-admin', 'ada@example.com'],
      { DATABASE_URL: given ?? there.href },
      PASSWORD,
    );
    expect(outcome).toEqual({ code: 1, out: '', err: expect.stringMatching(words) });
    expect(outcome.err).not.toMatch(/\n +at /);
  });
});

(hasScript ? describe : describe.skip)('create-admin on a terminal', () => {
  it('asks twice without showing what is typed, and again where it does not do', async () => {
    const { env } = await emptyDatabase();
    const line = `${process.execPath} ${main} create-admin ada@example.com`;
    const terminal = Running.start('script', ['-qec', line, '/dev/null'], env, emptyFolder());
    for (const [prompt, text] of [
      ['Password for ada@example.com: ', 'password'],
      ['Password for ada@example.com: ', PASSWORD],
      ['The same again: ', 'something else'],
      ['Password for ada@example.com: ', PASSWORD],
      ['The same again: ', PASSWORD],
    ] as const) {
      await terminal.says(prompt);
      terminal.child.stdin?.write(`${text}\r`);
    }
    await terminal.says('is an administrator now.');
    terminal.child.stdin?.end();
    const { out } = await terminal.outcome;
    expect(out).toMatch(/most common passwords[^]*two different passwords/);
    expect(out).not.toContain(PASSWORD);
    expect(out).not.toContain('something else');
    const server = await startServer(env);
    expect((await server.login('ada@example.com', PASSWORD)).status).toBe(200);
  });

  it('makes nothing where Ctrl-C is the answer', async () => {
    const { env, sql } = await emptyDatabase();
    const line = `${process.execPath} ${main} create-admin ada@example.com`;
    const terminal = Running.start('script', ['-qec', line, '/dev/null'], env, emptyFolder());
    await terminal.says('Password for');
    terminal.child.stdin?.write('\x03');
    const { code, out } = await terminal.outcome;
    expect([code, out]).toEqual([130, expect.stringContaining('Stopped.')]);
    expect(await sql('SELECT FROM users')).toEqual([]);
  });
});

describe('the embedded database', () => {
  it('is used beside a running server, which goes on, and without one, and doctor finds all in order', async () => {
    const folder = emptyFolder();
    // As root, PostgreSQL's own user has to be able to enter.
    chmodSync(folder, 0o755);
    const env = { DATA_FOLDER: folder };
    expect(await latchkey(['create-admin', 'ada@example.com'], env, PASSWORD)).toMatchObject({ code: 0, err: '' });
    const server = await startServer(env);
    expect(await latchkey(['create-admin', 'grace@example.com'], env, PASSWORD)).toMatchObject({ code: 0, err: '' });
    for (const name of ['ada', 'grace']) {
      expect(await server.login(`${name}@example.com`, PASSWORD)).toMatchObject({ status: 200, data: { admin: true } });
    }
    await server.stop();
    const { code, out } = await latchkey(['doctor'], env);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^(ok {2}(settings|database|migrations|writes|notify|clock|peppers) .*\n){7}$/),
    ]);
    const later = await startServer(env);
    expect((await later.login('grace@example.com', PASSWORD)).status).toBe(200);
  });
});

describe('two commands at once', () => {
  it('share the embedded database, and the last one stops it', async () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o755);
    const env = { DATA_FOLDER: folder };
    const make = (name: string) =>
      Running.start(process.execPath, [main, 'create-admin', `${name}@example.com`], env, folder);
    await latchkey(['create-admin', 'root@example.com'], env, PASSWORD);
    const isServed = () => existsSync(join(folder, 'postgres/postmaster.pid'));
    expect(isServed()).toBe(false);
    const first = make('ada');
    while (!isServed()) await pause(5);
    const second = make('grace');
    while ((await visitorsOf(folder)) < 2) await pause(50);
    first.child.stdin?.end(PASSWORD);
    expect(await first.outcome).toMatchObject({ code: 0, err: '' });
    expect(isServed()).toBe(true);
    second.child.stdin?.end(PASSWORD);
    expect(await second.outcome).toMatchObject({ code: 0, err: '' });
    expect(isServed()).toBe(false);
  });
});

describe('doctor', () => {
  it('finds missing migrations and a missing pepper', async () => {
    const { env } = await emptyDatabase();
    expect(await latchkey(['doctor'], env)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/NO {2}Migrations are missing/),
    });
    await latchkey(['create-admin', 'ada@example.com', '--generate'], env);
    const other = { ...env, PASSWORD_PEPPERS: 'p2:m4Tq7xV1zR8cY3bN6kW0jH5fD2gS9aLe' };
    expect(await latchkey(['doctor'], other)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/does not have: p1\.\n$/),
    });
  });

  it('finds another secret under the name of a pepper, as create-admin does', async () => {
    const { env } = await emptyDatabase();
    await latchkey(['create-admin', 'ada@example.com', '--generate'], env);
    const other = { ...env, PASSWORD_PEPPERS: 'p1:m4Tq7xV1zR8cY3bN6kW0jH5fD2gS9aLe' };
    expect(await latchkey(['doctor'], other)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/another secret under p1/),
    });
    expect(await latchkey(['create-admin', 'grace@example.com', '--generate'], other)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/another secret under p1/),
    });
    expect(await latchkey(['doctor'], env)).toMatchObject({ code: 0 });
  });

  it('takes another secret under that name while no stored password hangs on it', async () => {
    const { env, sql } = await emptyDatabase();
    await latchkey(['create-admin', 'ada@example.com', '--generate'], env);
    await sql('TRUNCATE users CASCADE');
    const other = { ...env, PASSWORD_PEPPERS: 'p1:m4Tq7xV1zR8cY3bN6kW0jH5fD2gS9aLe' };
    expect(await latchkey(['create-admin', 'ada@example.com', '--generate'], other)).toMatchObject({ code: 0 });
    expect(await latchkey(['doctor'], other)).toMatchObject({ code: 0 });
  });

  it('hears that nothing is heard, and that nothing may be written', async () => {
    const [here, there] = [await emptyDatabase(), await emptyDatabase()];
    for (const { env } of [here, there]) await latchkey(['create-admin', 'ada@example.com', '--generate'], env);
    const elsewhere = { ...here.env, DATABASE_DIRECT_URL: there.env.DATABASE_URL };
    expect(await latchkey(['doctor'], elsewhere)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/NO {2}LISTEN hears nothing/),
    });
    const name = new URL(here.env.DATABASE_URL).pathname.slice(1);
    await there.sql(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    expect(await latchkey(['doctor'], here.env)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/NO {2}PostgreSQL at DATABASE_URL takes no writes/),
    });
  });

  it('tells of settings that do nothing', async () => {
    const { env } = await emptyDatabase();
    const { out } = await latchkey(['doctor'], { ...env, DATABASE_UR: 'x' });
    expect(out).toMatch(/\n!! {2}DATABASE_UR is no setting/);
  });
});

/** Registers somebody and answers their token. */
async function register(url: string, email: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email, password: PASSWORD });
  const answer = await fetch(`${url}/auth/register`, { method: 'POST', headers, body });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { auth_token: string }).auth_token;
}

async function numberOfUsers(sql: Database['sql']): Promise<number> {
  const [{ exists } = { exists: false }] = await sql<{ exists: boolean }>(
    `SELECT to_regclass('users') IS NOT NULL AS exists`,
  );
  return exists ? (await sql('SELECT FROM users')).length : 0;
}

/** How many commands are on the embedded database of this folder now. */
async function visitorsOf(folder: string): Promise<number> {
  let client: Client | undefined;
  try {
    const [, , , port] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
    const password = readFileSync(join(folder, 'postgres-password'), 'utf8').trim();
    client = new Client(`postgres://latchkey:${password}@127.0.0.1:${port}/latchkey`);
    await client.connect();
    const { rows } = await client.query(`SELECT FROM pg_stat_activity WHERE application_name = 'latchkey-visit'`);
    return rows.length;
  } catch {
    // It is just starting.
    return 0;
  } finally {
    await client?.end().catch(() => undefined);
  }
}
