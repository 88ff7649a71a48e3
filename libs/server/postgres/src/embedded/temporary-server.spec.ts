import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeAbandonedServers } from './temporary-server';

/** No process has this number. */
const DEAD = 2 ** 30;

describe('what killed test runs left in the temporary folder', () => {
  const room = mkdtempSync(join(tmpdir(), 'latchkey-abandoned-'));
  const temporary = join(room, 'temporary');
  const precious = join(room, 'precious');
  const left = join(temporary, `latchkey-test-server-${DEAD}-x`);
  const data = join(left, 'postgres');
  let stranger: ChildProcess | undefined;

  beforeEach(() => {
    for (const folder of [left, precious]) mkdirSync(folder, { recursive: true, mode: 0o755 });
    writeFileSync(join(precious, 'file'), 'keep me');
  });
  afterEach(() => {
    stranger?.kill('SIGKILL');
    stranger = undefined;
    for (const name of readdirSync(room)) rmSync(join(room, name), { recursive: true, force: true });
  });
  afterAll(() => {
    rmSync(room, { recursive: true });
  });

  /** Says that this data is `pid`'s, as PostgreSQL's pid file does. */
  const claim = (pid: number | undefined, path: string) => {
    mkdirSync(data);
    writeFileSync(join(data, 'postmaster.pid'), `${pid}\n${path}\nx\n5432\n`);
  };

  it('is removed', () => {
    claim(DEAD, data);
    removeAbandonedServers(temporary);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each([
    ['the data', () => symlinkSync(precious, data)],
    ['a folder of the data', () => (mkdirSync(data), symlinkSync(precious, join(data, 'base')))],
    ['all of it', () => (rmSync(left, { recursive: true }), symlinkSync(precious, left))],
  ])('leaves alone what a link in place of %s leads to', (_, link) => {
    link();
    removeAbandonedServers(temporary);
    expect(existsSync(join(precious, 'file'))).toBe(true);
  });

  it('is left alone where others may write into it', () => {
    chmodSync(left, 0o777);
    removeAbandonedServers(temporary);
    expect(existsSync(left)).toBe(true);
  });

  it.each([
    ['without a path', () => ''],
    ['by the path of its own data', () => precious],
    ['by the path of this data', () => data],
  ])('ends no process that a pid file names %s, whose data is another', async (_, pathOf) => {
    stranger = spawn('sleep', ['60'], {
      argv0: `postgres -D ${precious}`,
    });
    claim(stranger.pid, pathOf());
    removeAbandonedServers(temporary);
    const ended = new Promise((resolve) => stranger?.once('exit', () => resolve('ended')));
    const asked = new Promise((resolve) => setTimeout(resolve, 200, 'runs on'));
    expect(await Promise.race([ended, asked])).toBe('runs on');
  });
});
