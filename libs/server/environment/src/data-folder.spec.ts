import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from './index';
import { makeDataFolder } from './data-folder';

const place = mkdtempSync(join(tmpdir(), 'latchkey-data-'));
afterAll(() => rmSync(place, { recursive: true }));

/** What `git add .` would take from a checkout with this data folder in it. */
function committed(inside: string, files: Record<string, string> = {}): string[] {
  const checkout = mkdtempSync(join(place, 'checkout-'));
  const folder = join(checkout, inside);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  readEnvironment({ DATA_FOLDER: folder });
  makeDataFolder(folder);
  mkdirSync(join(folder, 'postgres/base'), { recursive: true });
  for (const name of ['postgres/base/1', 'postgres-password', 'lock', 'running.txt'])
    writeFileSync(join(folder, name), 'x');
  const git = (...words: string[]) => execFileSync('git', words, { cwd: checkout, encoding: 'utf8' });
  git('init', '--quiet');
  return git('ls-files', '--others', '--exclude-standard').split('\n').filter(Boolean).sort();
}

describe('a data folder in a checkout', () => {
  it.each(['data', '.data-2', 'apps/api/data'])('called %s gives git nothing', (name) => {
    expect(committed(name)).toEqual([]);
  });

  it('that an earlier start filled gives git nothing either', () => {
    expect(committed('data', { 'postgres-password': 'x', 'running.txt': 'x' })).toEqual([]);
  });

  it('keeps its own out where other files lie, and leaves those alone', () => {
    expect(committed('.', { 'main.ts': '', 'secrets.txt': '' })).toEqual(['.gitignore', 'main.ts', 'secrets.txt']);
    expect(committed('.', { '.gitignore': 'dist' })).toEqual(['.gitignore']);
  });

  it('is not written to again and again', () => {
    const folder = mkdtempSync(join(place, 'again-'));
    writeFileSync(join(folder, 'other'), '');
    const ignored = () => readFileSync(join(folder, '.gitignore'), 'utf8');
    makeDataFolder(folder);
    const once = ignored();
    makeDataFolder(folder);
    expect([ignored(), once.split('\n').length]).toEqual([once, 5]);
  });
});
