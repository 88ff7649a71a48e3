import { chdir, cwd } from 'node:process';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { tooOld } from '../src/node-version';

const root = join(import.meta.dirname, '../../..');

describe('a Node that is too old for the server', () => {
  it.each(['20.20.2', '22.22.0'])('%s is told apart, and the one to take is named and there', (version) => {
    const before = cwd();
    chdir(root);
    const said = tooOld(version);
    chdir(before);
    expect(said).toMatch(`this is ${version}`);
    expect(existsSync(join(root, said?.split(': ').at(-1) as string))).toBe(true);
  });

  it('has advice where npm has installed none', () => {
    expect(tooOld('20.20.2', '')).toMatch('npm start');
  });

  it.each(['24.0.0', '26.1.0'])('%s is none', (version) => {
    expect(tooOld(version)).toBeNull();
  });
});
