/** Builds the server and the site where a source has changed since they were last built. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBuilt, markBuilt } from './sources.mjs';

const root = join(import.meta.dirname, '..');
const LONGEST_WAIT = 15 * 60_000;

/** True once the build is there. Of several at once, one builds and the others wait for it; what went wrong is printed. */
export function build() {
  if (isBuilt()) return true;
  const turn = takeTurn();
  try {
    return isBuilt() || runBuild();
  } finally {
    turn.close();
  }
}

function runBuild() {
  console.log('Building the site and the API: about half a minute, and only when something has changed …');
  const { status, stdout } = spawnSync('nx', ['run-many', '-t', 'build', '-p', 'api,web', '--output-style=static'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) markBuilt();
  else console.error(`${stdout ?? ''}\nThe build failed: see above.`);
  return status === 0;
}

/** SQLite's lock on a file: the system frees it when a build is killed. */
function takeTurn() {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const turn = new DatabaseSync(join(root, 'dist/build-lock'));
  turn.exec(`PRAGMA busy_timeout = ${LONGEST_WAIT}; BEGIN EXCLUSIVE`);
  return turn;
}
