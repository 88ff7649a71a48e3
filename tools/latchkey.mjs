/** `npm run latchkey -- COMMAND`: builds the command line where it has changed, then runs it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { cli, root } from './sources.mjs';

if (!build(cli)) process.exit(1);
const main = join(root, 'dist/tools/cli/main.js');
const child = spawn(process.execPath, [main, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the command by itself too; it heeds the first signal only.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
