/** Builds the server and the site, or the command line, where a source has changed since it was last built. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { run } from './run.mjs';
import { isBuilt, markBuilt, root, server } from './sources.mjs';

const LONGEST_WAIT = 15 * 60_000;

/** True once the build is there. Of several at once, one builds and the others wait for it; what went wrong is printed. */
export async function build(product = server) {
  if (isBuilt(product)) return true;
  const turn = takeTurn();
  try {
    return isBuilt(product) || (await runBuild(product));
  } finally {
    turn.close();
  }
}

async function runBuild(product) {
  if (product.announcement) console.log(product.announcement);
  const [program, ...words] = product.command;
  let said = '';
  const status = await run(program, words, {
    cwd: join(root, product.folder ?? '.'),
    stdio: ['ignore', 'pipe', 'inherit'],
    onText: (text) => (said += text),
  });
  if (status === 0) markBuilt(product);
  else console.error(`${said}\nThe build failed: see above.`);
  return status === 0;
}

/** SQLite's lock on a file: the system frees it when a build is killed. */
function takeTurn() {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const turn = new DatabaseSync(join(root, 'dist/build-lock'));
  turn.exec(`PRAGMA busy_timeout = ${LONGEST_WAIT}; BEGIN EXCLUSIVE`);
  return turn;
}
