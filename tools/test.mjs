/** `npm test`: every test of every project, summed up in the last line. Arguments go to Nx, such as `-p contract`. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { countsOf, summary, total } from './counts.mjs';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);

try {
  process.env.CHROMIUM_PATH = await ensureBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
rmSync(join(root, 'tmp/test-results'), { recursive: true, force: true });
const nx = (...words) =>
  spawnSync('nx', words, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const projects = JSON.parse(nx('show', 'projects', '--with-target', 'test', '--json', ...args).stdout);
const { status } = spawnSync('nx', ['run-many', '-t', 'test', '--output-style=static', ...args], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});

const sum = total(projects.map(countsOf));
console.log(summary(sum));
process.exit(status !== 0 || sum.failed > 0 || sum.passed === 0 ? 1 : 0);
