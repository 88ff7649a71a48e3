import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../tools/browser.mjs';
import { helloAngularBytes } from './hello-angular.mjs';
import { startLatchkey } from './latchkey.mjs';

export const title = 'first load of /login, bytes on the wire (brotli)';
export const bar = ['at most', 2.3];
export const against = 'a hello-world Angular 22 with a router';

const index = join(import.meta.dirname, '../dist/apps/web/browser/index.html');

export async function measure() {
  if (!existsSync(index)) return console.log('  site not built');
  const executablePath = await findBrowser();
  if (!executablePath) return console.log('  no Chromium here: `npm test` installs one');
  const latchkey = await startLatchkey();
  const subject = await firstLoadBytes(`${latchkey.url}/login`, executablePath);
  await latchkey.stop();
  const baseline = await helloAngularBytes();
  return { subject, baseline, ratio: subject / baseline };
}

/** What Chromium transfers until the page has settled: bodies as encoded, without headers. */
async function firstLoadBytes(url, executablePath) {
  const { chromium } = await import('@playwright/test');
  const args = ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const ownSignals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, args, ...ownSignals });
  try {
    const page = await browser.newPage();
    const transfers = [];
    page.on('requestfinished', (request) => transfers.push(transfer(request)));
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.getByLabel('E-mail').waitFor();
    const all = await Promise.all(transfers);
    for (const { path, encoding, bytes } of all) console.log(`  ${path}: ${bytes} bytes, ${encoding}`);
    return all.reduce((sum, { bytes }) => sum + bytes, 0);
  } finally {
    await browser.close();
  }
}

async function transfer(request) {
  const { responseBodySize: bytes } = await request.sizes();
  const encoding = (await (await request.response()).headerValue('content-encoding')) ?? 'not compressed';
  return { path: new URL(request.url()).pathname, encoding, bytes };
}
