/** Writes docs/authorization.md anew: which route asks for what, from the running server's own decorators. */
import { join } from 'node:path';
import { run } from './run.mjs';
import { root } from './sources.mjs';

process.exitCode = await run('jest', ['authorization'], {
  cwd: join(root, 'apps/api'),
  env: { ...process.env, WRITE_DOCS: '1', NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
});
