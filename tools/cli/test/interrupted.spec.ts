import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Barrier } from './barrier';
import { emptyFolder, latchkey, main, pause, Running, withoutProgress } from './command-line';
import { type Database, emptyDatabase } from './database';
import { usersFile } from './users-file';

const SIZE = 60_000;
const file = usersFile(SIZE, 200);
const folder = emptyFolder();
const path = join(folder, 'users.csv');
writeFileSync(path, file.content);
const reportPath = `${path}.refused.csv`;
const refused = file.refused;
const whole = `${(SIZE - refused).toLocaleString('en')} imported, 0 skipped, ${refused} refused.`;

const start = ({ env }: Database) => Running.start(process.execPath, [main, 'import', path], env, folder);

/** A database with its tables, and a barrier that no import is past before something has happened to it. */
async function guardedDatabase() {
  const database = await emptyDatabase();
  const nobody = join(emptyFolder(), 'nobody.csv');
  writeFileSync(nobody, 'email,password_hash\nx,y\n');
  expect((await latchkey(['import', nobody], database.env)).out).toContain('0 imported, 0 skipped, 1 refused.');
  const barrier = new Barrier(database.sql);
  await barrier.putBehind(10_000);
  return { ...database, barrier };
}

/** Waits until the import is past `line`, and answers how many it has taken by then. */
async function past({ sql }: Database, line: number): Promise<number> {
  for (;;) {
    const [row] = await sql<{ imported: string }>('SELECT imported FROM imports WHERE line > $1', [line]);
    if (row) return Number(row.imported);
    await pause(2);
  }
}

describe('an import that is cut off', () => {
  it('goes on after every kill, and ends with the same users, counts and report as if it had not been', async () => {
    const database = await guardedDatabase();
    for (const line of [1, 12_000, 30_000]) {
      const running = start(database);
      await past(database, line);
      running.child.kill('SIGKILL');
      await running.outcome;
      await database.barrier.lift();
      // Behind the next line; this waits for what the killed import has begun.
      await database.barrier.putBehind(line + 30_000);
      const [row] = await database.sql('SELECT imported::int, (SELECT count(*)::int FROM users) AS users FROM imports');
      expect(row?.['imported']).toBe(row?.['users']);
    }
    await database.barrier.lift();
    const { code, out } = await latchkey(['import', path], database.env);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/Going on at line \d{5}, where an earlier import stopped\./),
    ]);
    expect(out).toContain(whole);
    expect(readFileSync(reportPath, 'utf8')).toBe(file.report);
    expect(await database.sql('SELECT count(*)::int AS n FROM users')).toEqual([{ n: SIZE - refused }]);
    expect(await database.sql('SELECT FROM imports')).toEqual([]);
  });

  it('stops in good order when it is asked to, and begins anew where it is told to', async () => {
    const database = await guardedDatabase();
    const running = start(database);
    await past(database, 1);
    running.child.kill('SIGTERM');
    await database.barrier.lift();
    const { code, err } = await running.outcome;
    expect([code, withoutProgress(err)]).toEqual([
      130,
      expect.stringMatching(/^Stopped before line \d+\. Run the same command again/),
    ]);
    const done = await past(database, 1);
    const again = await latchkey(['import', path, '--restart'], database.env);
    const skipped = done.toLocaleString('en');
    const imported = (SIZE - refused - done).toLocaleString('en');
    expect(again.out).toContain(`${imported} imported, ${skipped} skipped, ${refused} refused.`);
  });

  it('says so in a line where the database goes away, and goes on later', async () => {
    const database = await guardedDatabase();
    const running = start(database);
    await past(database, 1);
    await database.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'latchkey'
      AND datname = current_database()`);
    await database.barrier.lift();
    const { code, err } = await running.outcome;
    expect([code, withoutProgress(err)]).toEqual([
      1,
      expect.stringMatching(
        /^Stopped before line \d+\. .*\n(No PostgreSQL answers|PostgreSQL at DATABASE_URL refuses: terminating|The connection to PostgreSQL broke off)/,
      ),
    ]);
    expect((await latchkey(['import', path], database.env)).out).toContain(whole);
  });

  it('is let alone by another import of the same file', async () => {
    const database = await guardedDatabase();
    const first = start(database);
    await past(database, 1);
    for (const options of [[], ['--restart']]) {
      const second = await latchkey(['import', path, ...options], database.env);
      expect(second).toMatchObject({ code: 1, err: 'Another import of this file is running.\n' });
    }
    await database.barrier.lift();
    const { code, out } = await first.outcome;
    expect([code, out]).toEqual([0, expect.stringContaining(whole)]);
    expect(readFileSync(reportPath, 'utf8')).toBe(file.report);
  });
});
