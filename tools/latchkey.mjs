/** `npm run latchkey -- COMMAND`: builds the command line where it has changed, then runs it. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { run } from './run.mjs';
import { cli, root } from './sources.mjs';

const main = join(root, 'dist/tools/cli/main.js');
const words = process.argv.slice(2);
process.exitCode = (await build(cli)) ? await run(process.execPath, [main, ...words], { cwd: root }) : 1;
