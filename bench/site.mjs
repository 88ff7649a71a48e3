import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { findBrowser } from '../tools/browser.mjs';
import { startLatchkey } from './latchkey.mjs';

export const title = 'first load of /login, bytes on the wire (brotli)';
export const bar = ['at most', 2];
export const against = 'a hello-world Angular 22 with a router';

const root = join(import.meta.dirname, '..');

export async function measure() {
  const latchkey = await startLatchkey();
  const subject = await bytesOfFirstLoad(`${latchkey.url}/login`);
  await latchkey.stop();
  const baseline = bytesOfHelloWorld();
  return { subject, baseline, ratio: subject / baseline };
}

/** What a browser transfers until the page has settled: bodies as encoded, without headers. */
async function bytesOfFirstLoad(url) {
  const { chromium } = await import('@playwright/test');
  const args = ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath: await findBrowser(), args });
  const page = await browser.newPage();
  const sizes = [];
  page.on('requestfinished', (request) => sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)));
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByLabel('E-mail').waitFor();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await browser.close();
  return total;
}

/** Builds bench/hello-angular as a project of its own and adds up its files, compressed. */
function bytesOfHelloWorld() {
  const project = join(root, 'apps/bench-hello');
  cpSync(join(import.meta.dirname, 'hello-angular'), project, { recursive: true });
  try {
    const { status, stdout } = spawnSync('nx', ['run', 'bench-hello:bundle'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stdout);
  } finally {
    rmSync(project, { recursive: true });
  }
  const built = join(root, 'tmp/bench-hello/browser');
  return readdirSync(built)
    .filter((name) => /\.(html|js|css)$/.test(name))
    .reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(built, name))).length, 0);
}
