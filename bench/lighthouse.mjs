/** Lighthouse on the sign-in page. `npx` fetches it when it is asked for: with a browser's worth of packages, it is no dependency. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureBrowser } from '../tools/browser.mjs';
import { startLatchkey } from './latchkey.mjs';
import { folder } from './processes.mjs';
import { median } from './rounds.mjs';

export const title = 'performance of /login on an emulated phone, points by Lighthouse';
export const bar = ['at least', 0.98];
export const against = 'all there are';

const PROGRAM = 'lighthouse@13';
const ALL = 100;
const RUNS = 3;
const LONGEST = 240_000;

export async function measure() {
  console.log(`  npx fetches ${PROGRAM} from the registry where it is not there yet.`);
  const env = { ...process.env, CHROME_PATH: await ensureBrowser() };
  const latchkey = await startLatchkey();
  const points = [];
  for (let run = 1; run <= RUNS; run += 1) points.push(await pointsOf(`${latchkey.url}/login`, env));
  await latchkey.stop();
  console.log(`  ${points.join(', ')} points`);
  const subject = median(points);
  return {
    subject,
    baseline: ALL,
    ratio: subject / ALL,
    spread: [Math.min(...points) / ALL, Math.max(...points) / ALL],
  };
}

/** As Lighthouse emulates a phone unless it is told otherwise: a slow one, on slow 4G. */
async function pointsOf(url, env) {
  const report = join(folder, 'lighthouse.json');
  const chrome = `--chrome-flags=--headless=new${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`;
  const args = [
    '-y',
    PROGRAM,
    url,
    '--only-categories=performance',
    '--output=json',
    `--output-path=${report}`,
    '--quiet',
  ];
  const options = { env, cwd: folder, timeout: LONGEST, shell: process.platform === 'win32' };
  await promisify(execFile)('npx', [...args, chrome], options);
  return Math.round(JSON.parse(readFileSync(report, 'utf8')).categories.performance.score * ALL);
}
