/** Writes docs/authorization.md anew: which route asks for what, from the running server's own decorators. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const { status } = spawnSync('jest', ['authorization'], {
  cwd: join(import.meta.dirname, '../apps/api'),
  env: { ...process.env, WRITE_DOCS: '1', NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
