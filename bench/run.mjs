/** `npm run bench`: every measure against its baseline, as ratios of one run. Names after it choose some: `npm run bench -- status`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { buildLatchkey } from './build.mjs';
import { stopAll } from './processes.mjs';
import { table } from './table.mjs';

const NAMES = [
  'status',
  'size',
  'queries',
  'refresh',
  'login',
  'busy',
  'neighbours',
  'site',
  'library',
  'startup',
  'import',
];
/** What takes a package from the registry is measured where it is asked for. */
const ONLY_ASKED = ['lighthouse'];
const ALL = [...NAMES, ...ONLY_ASKED];
const results = join(import.meta.dirname, '../tmp/bench.json');

const asked = process.argv.slice(2);
const rows = [];
try {
  const unknown = asked.filter((name) => !ALL.includes(name));
  if (unknown.length > 0)
    throw new Error(`No measure is called ${unknown.join(' or ')}. There are: ${ALL.join(', ')}.`);
  console.log('Building …');
  await buildLatchkey();
  sayHowBusy();
  for (const name of asked.length > 0 ? asked : NAMES) {
    const { measure, ...about } = await import(`./${name}.mjs`);
    console.log(`Measuring ${name}: ${about.title} …`);
    const measured = await measure();
    if (measured) rows.push({ name, ...about, ...measured, reached: isReached(measured.ratio, about.bar) });
  }
  mkdirSync(join(results, '..'), { recursive: true });
  writeFileSync(results, JSON.stringify(rows, null, 2));
  console.log(`\n${table(rows)}\n\nAlso in tmp/bench.json.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await stopAll();
}

function sayHowBusy() {
  const [load] = loadavg();
  if (load > 1)
    console.log(`This machine is busy (load ${load.toFixed(1)} on ${availableParallelism()} cores): ratios will sway.`);
}

function isReached(ratio, [side, wanted]) {
  return side === 'at least' ? ratio >= wanted : ratio <= wanted;
}
