import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

it('lets no name compile that the contract of the application does not have', () => {
  const folder = join(import.meta.dirname, 'typed-contract');
  const { stdout } = spawnSync('npx', ['tsc', '--noEmit', '-p', folder], { encoding: 'utf8' });
  expect(stdout).toBe('');
}, 120_000);
