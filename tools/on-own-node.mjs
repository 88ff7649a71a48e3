/** `node tools/on-own-node.mjs WHAT …`: runs a script, or a package's program such as `nx`, on the Node installed with the packages. */
import { ownNode, putFirst } from './own-node.mjs';
import { run } from './run.mjs';

const [what = '', ...words] = process.argv.slice(2);
const isScript = what.endsWith('.mjs');
const PAUSE = 200;

endWithParent();
try {
  const node = ownNode();
  putFirst(node);
  process.exitCode = await (isScript ? run(node, [what, ...words]) : run(what, words));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** npm hands SIGTERM to its shell only, and not every shell hands it on: who loses the shell was meant. */
function endWithParent() {
  const { ppid } = process;
  const isOrphan = () => process.ppid !== ppid;
  setInterval(() => isOrphan() && process.kill(process.pid, 'SIGTERM'), PAUSE).unref();
}
