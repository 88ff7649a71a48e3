/** `npm start`: builds what has changed, then serves site and API. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { run } from './run.mjs';
import { root } from './sources.mjs';

const server = join(root, 'dist/apps/api/main.js');
process.exitCode = (await build()) ? await run(process.execPath, [server], { cwd: root }) : 1;
