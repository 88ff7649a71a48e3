/** `npm test`: every test of every project, summed up in the last line. Arguments go to Nx, such as `-p contract`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { countsOf, summary, total } from './counts.mjs';
import { run } from './run.mjs';
import { root } from './sources.mjs';

const args = process.argv.slice(2);

try {
  process.env.CHROMIUM_PATH = await ensureBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
rmSync(join(root, 'tmp/test-results'), { recursive: true, force: true });

let listed = '';
await run('nx', ['show', 'projects', '--with-target', 'test', '--json', ...args], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  onText: (text) => (listed += text),
});
const status = await run('nx', ['run-many', '-t', 'test', '--output-style=static', ...args], { cwd: root });

const sum = total(JSON.parse(listed).map(countsOf));
console.log(summary(sum));
process.exit(status !== 0 || sum.failed > 0 || sum.passed === 0 ? 1 : 0);
