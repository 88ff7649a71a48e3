/** `npm start`: builds what has changed, then serves site and API. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isBuilt, markBuilt } from './sources.mjs';

const root = join(import.meta.dirname, '..');

if (!isBuilt()) {
  console.log('Building the site and the API: about half a minute, and only when something has changed …');
  const build = ['run-many', '-t', 'build', '-p', 'api,web', '--output-style=static'];
  const { status, stdout } = spawnSync('nx', build, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`${stdout ?? ''}\nThe build failed: see above.`);
    process.exit(1);
  }
  markBuilt();
}

const server = spawn(process.execPath, [join(root, 'dist/apps/api/main.js')], { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the server by itself; a signal sent to this process alone is handed on.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
process.on('SIGINT', () => undefined);
server.on('exit', (code, signal) => process.exit(signal ? 1 : code));
