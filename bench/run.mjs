/** `npm run bench`: every measure against its baseline, as ratios of one run. Names after it choose some: `npm run bench -- status`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stopAll } from './processes.mjs';

const names = ['status', 'login', 'busy', 'startup', 'site'];
const chosen = process.argv.slice(2).length > 0 ? process.argv.slice(2) : names;
const root = join(import.meta.dirname, '..');
const round = (number) => (number >= 100 ? Math.round(number) : Number(number.toPrecision(3)));

const build = spawnSync('nx', ['run-many', '-t', 'build', '-p', 'api,web'], { cwd: root, encoding: 'utf8' });
if (build.status !== 0) throw new Error(build.stdout);

const rows = [];
try {
  for (const name of chosen) {
    if (!names.includes(name)) throw new Error(`No measure is called ${name}. There are: ${names.join(', ')}.`);
    console.log(`Measuring ${name} …`);
    const { title, against, bar, measure } = await import(`./${name}.mjs`);
    const { subject, baseline, ratio } = await measure();
    const reached = bar[0] === 'at least' ? ratio >= bar[1] : ratio <= bar[1];
    rows.push({ title, against, subject, baseline, ratio, bar, reached });
    console.log(
      `  ${title}: ${round(subject)}; ${against}: ${round(baseline)}; ratio ${round(ratio)}, wanted ${bar.join(' ')}: ${reached ? 'reached' : 'NOT REACHED'}`,
    );
  }
} finally {
  await stopAll();
}
mkdirSync(join(root, 'tmp'), { recursive: true });
writeFileSync(join(root, 'tmp/bench.json'), JSON.stringify(rows, null, 2));
