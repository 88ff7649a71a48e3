import { readFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, hasScript, latchkey, main, Running, withoutProgress } from './command-line';
import { type Database, emptyDatabase } from './database';
import { startServer } from './server';
import { emailOf, usersFile, vectorOf, vectors, wasCutShort } from './users-file';

const SIZE = 10_000;
const file = usersFile(SIZE);
const folder = emptyFolder();
const path = join(folder, 'users.csv');
writeFileSync(path, file.content);
const reportPath = `${path}.refused.csv`;
const told = `9,900 imported, 0 skipped, 100 refused.`;

describe('import of ten thousand users in every form of hash, a hundred of them broken', () => {
  let database: Database;
  beforeAll(async () => {
    database = await emptyDatabase();
    await latchkey(['create-admin', 'root@example.com', '--generate'], database.env);
  });

  it('changes nothing in a dry run, and tells what would come of it', async () => {
    const { code, out } = await latchkey(['import', path, '--dry-run'], database.env);
    expect([code, out]).toEqual([0, expect.stringContaining(`${told} This was a dry run: nothing was changed.`)]);
    expect(readFileSync(reportPath, 'utf8')).toBe(file.report);
    expect(
      await database.sql(
        'SELECT (SELECT count(*)::int FROM users) AS users, (SELECT count(*)::int FROM imports) AS imports',
      ),
    ).toEqual([{ users: 1, imports: 0 }]);
  });

  it('takes all that can be taken, and reports each of the others with line and reason', async () => {
    const { code, out, err } = await latchkey(['import', path], database.env);
    expect(withoutProgress(err)).toBe('');
    expect([code, out]).toEqual([
      0,
      `Columns that are not used: notes.\n${told}\nWhat was not imported, and why, by line: ${reportPath}\n`,
    ]);
    expect(readFileSync(reportPath, 'utf8')).toBe(file.report);
    const [user] = await database.sql('SELECT * FROM users WHERE email = $1', [emailOf(1010)]);
    expect(user).toMatchObject({
      username: 'user.1010',
      display_name: 'Ada "the 1010th", Countess',
      password_hash: vectorOf(1010).stored,
      roles: ['user'],
      is_active: true,
      registered_on: new Date('2017-08-13T17:21:52.250Z'),
    });
  });

  it('signs them in with their old passwords, and then stores hashes of its own', async () => {
    const server = await startServer(database.env);
    const ones = vectors.map((_, n) => n).filter((n) => n !== 50);
    const emails = ones.map(emailOf);
    for (const n of ones) {
      expect([n, (await server.login(emailOf(n), `!${vectorOf(n).password}`)).status]).toEqual([n, 401]);
      expect([n, (await server.login(emailOf(n), vectorOf(n).password)).status]).toEqual([n, 200]);
    }
    const own = await database.sql(`SELECT FROM users WHERE email = ANY ($1) AND password_hash LIKE 'v1$p1$2b$04$%'`, [
      emails,
    ]);
    expect(own.length).toBe(ones.filter((n) => !wasCutShort(vectorOf(n))).length);
    for (const n of ones) expect((await server.login(emailOf(n), vectorOf(n).password)).status).toBe(200);
  });

  it('is harmless the second time: everybody is there', async () => {
    const before = await database.sql('SELECT * FROM users ORDER BY id');
    const { code, out } = await latchkey(['import', path], database.env);
    expect([code, out]).toEqual([0, expect.stringContaining('0 imported, 9,900 skipped, 100 refused.')]);
    expect(await database.sql('SELECT * FROM users ORDER BY id')).toEqual(before);
  });
});

describe('import', () => {
  const [{ stored: hash, password }] = vectors as [(typeof vectors)[0]];

  async function imported(content: string | Buffer, ...options: string[]) {
    const database = await emptyDatabase();
    const place = emptyFolder();
    writeFileSync(join(place, 'users'), content);
    const outcome = await latchkey(['import', 'users', ...options], database.env, '', place);
    const report = join(place, 'users.refused.csv');
    return { database, outcome, report: existsSync(report) ? readFileSync(report, 'utf8') : undefined };
  }

  it('takes JSON lines, with values of JSON’s own kinds', async () => {
    const users = [
      { email: 'Ada@Example.com', password_hash: hash, roles: ['user', 'admin'], is_active: true, display_name: 'Ada' },
      { username: 'Grace', password_hash: hash, admin: true, is_active: false, registered_on: 1502644912, email: null },
    ];
    const { database, outcome, report } = await imported(users.map((user) => JSON.stringify(user)).join('\n'));
    expect(outcome).toMatchObject({ code: 0, out: '2 imported, 0 skipped, 0 refused.\n', err: '' });
    expect(report).toBeUndefined();
    expect(await database.sql('SELECT email, username, roles, is_active FROM users ORDER BY email')).toEqual([
      { email: 'ada@example.com', username: null, roles: ['user', 'admin'], is_active: true },
      { email: null, username: 'grace', roles: ['admin'], is_active: false },
    ]);
    const server = await startServer(database.env);
    expect(await server.login('ada@example.com', password)).toMatchObject({ status: 200, data: { admin: true } });
  });

  it('skips an e-mail that is there, however it is written, refuses a name that is somebody else’s, and makes neither an administrator', async () => {
    const { outcome, report, database } = await imported(
      [
        'email,username,password_hash,admin',
        `ada@example.com,ada,${hash},`,
        `ADA@example.com,,${hash},true`,
        ` Ada@Example.COM ,x2,${hash},true`,
        `eve@example.com,Ada,${hash},true`,
        `,ada,${hash},true`,
      ].join('\n'),
    );
    expect(outcome).toMatchObject({ code: 0, out: expect.stringContaining('1 imported, 2 skipped, 2 refused.') });
    expect(report?.split('\n').slice(1, -1)).toEqual([
      '3,skipped,"There is a user with this e-mail address already"',
      '4,skipped,"There is a user with this e-mail address already"',
      '5,refused,"username: This user name is already somebody’s"',
      '6,refused,"username: This user name is already somebody’s"',
    ]);
    expect(await database.sql('SELECT roles FROM users')).toEqual([{ roles: ['user'] }]);
  });

  it('finds in a dry run what a file says twice, batches apart', async () => {
    const lines = Array.from({ length: 3000 }, (_, n) => `user${n % 1500}@example.com,${hash}`);
    const place = emptyFolder();
    const database = await emptyDatabase();
    await latchkey(['create-admin', 'user7@example.com', '--generate'], database.env);
    writeFileSync(join(place, 'users'), ['email,password_hash', ...lines].join('\n'));
    const { out } = await latchkey(['import', 'users', '--dry-run'], database.env, '', place);
    expect(out).toContain('1,499 imported, 1,501 skipped, 0 refused.');
    expect(await database.sql('SELECT FROM users')).toHaveLength(1);
  });

  it.each([
    ['an empty file', '', /^The file is empty\.\n$/],
    ['a header alone', 'email,password_hash\n', /^There are no users in this file\.\n$/],
    ['no column of hashes', 'email,password\na@b.cd,x', /^The header needs password_hash/],
    ['a column twice', 'email,Email,password_hash\n', /^The header has the column "email" twice\.\n$/],
    ['one JSON array', '[{"email":"a@b.cd"}]', /^This is one JSON array/],
    [
      'UTF-16',
      Buffer.from('\uFEFFemail,password_hash\n', 'utf16le'),
      /^This line is not UTF-8: save the file as UTF-8/,
    ],
    ['a header with an open quote', '"email,password_hash\n', /^The header is no line of CSV/],
  ])('refuses %s in a line', async (_, content, words) => {
    const { outcome } = await imported(content);
    expect(outcome).toMatchObject({ code: 1, err: expect.stringMatching(words) });
  });

  it('ends with 1 where every line is refused', async () => {
    const { outcome, report } = await imported('email,password_hash\nx,y\n');
    expect(outcome).toMatchObject({ code: 1, out: expect.stringContaining('0 imported, 0 skipped, 1 refused.') });
    expect(report).toContain('2,refused,');
  });

  it.each([
    ['a file that is not there', ['import', 'none.csv'], 1, /^There is no such file: .*none\.csv\n$/],
    ['a folder', ['import', '.'], 1, /^This is no file on a disk: /],
    [
      'a report in place of another file',
      ['import', 'users', '--report', 'users'],
      1,
      /users is there already and is no report/,
    ],
    ['no file', ['import'], 2, /^Usage: /],
  ])('refuses %s in a line', async (_, words, code, err) => {
    const { env } = await emptyDatabase();
    const place = emptyFolder();
    writeFileSync(join(place, 'users'), 'email,password_hash\nx,y\n');
    expect(await latchkey(words, env, '', place)).toMatchObject({ code, out: '', err: expect.stringMatching(err) });
  });

  it('reads the file and writes the report where npm was called from', async () => {
    const { env } = await emptyDatabase();
    const place = emptyFolder();
    writeFileSync(join(place, 'users'), 'email,password_hash\nx,y\n');
    await latchkey(['import', 'users', '--report', 'refused.csv'], { ...env, INIT_CWD: place });
    expect(readFileSync(join(place, 'refused.csv'), 'utf8')).toContain('2,refused,');
  });

  (hasScript ? it : it.skip)('draws a bar on a terminal and takes it away', async () => {
    const { env } = await emptyDatabase();
    const line = `${process.execPath} ${main} import ${path} --report ${join(folder, 'bar.csv')}`;
    const terminal = Running.start('script', ['-qec', line, '/dev/null'], env, folder);
    const { code, out } = await terminal.outcome;
    expect(code).toBe(0);
    const drawn = out.replaceAll('\r\x1b[K', '<anew>');
    expect(drawn).toMatch(/<anew>█+░+ \d+ % {2}[\d,]+ imported, 0 skipped, \d+ refused {2}\d+ s left/);
    expect(drawn).toMatch(/<anew>9,900 imported, 0 skipped, 100 refused\.\r\n/);
  });

  it('makes no tables in a dry run', async () => {
    const { database, outcome } = await imported('email,password_hash\nx,y\n', '--dry-run');
    expect(outcome).toMatchObject({ code: 1, err: expect.stringContaining('no tables yet') });
    expect(await database.sql(`SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });
});
