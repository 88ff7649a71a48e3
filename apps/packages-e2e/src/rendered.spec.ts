import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { openBrowser, PATIENCE } from './browser';
import { freePort } from './free-port';
import { NgApp } from './ng-app';

const PAGES = 4_000;
const AT_ONCE = 4;
const HEAP_MEGABYTES = 150;
/** Milliseconds: half a minute, where the machine has nothing else to do. */
const LONGEST = 400_000;

/** The server that ng new --ssr writes, rendering every page anew. */
describe('an app that renders on the server', () => {
  const app = new NgApp({ ssr: true });
  let server: ChildProcess;
  let url: string;

  beforeAll(async () => {
    app.install(['contract', 'angular']);
    app.openShop('http://localhost:1');
    app.edit('src/app/app.routes.server.ts', (text) => text.replace('RenderMode.Prerender', 'RenderMode.Server'));
    app.build();
    const port = await freePort();
    url = `http://localhost:${port}`;
    const env = { ...process.env, NODE_OPTIONS: '', PORT: String(port), NG_ALLOWED_HOSTS: 'localhost' };
    const heap = `--max-old-space-size=${HEAP_MEGABYTES}`;
    server = spawn(process.execPath, [heap, 'dist/shop/server/server.mjs'], { cwd: app.folder, env, stdio: 'ignore' });
    while (!(await fetch(url).catch(() => undefined))) await setTimeout(50);
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  });

  it('shows public pages, and sends strangers from guarded ones to log in', async () => {
    expect(await (await fetch(`${url}/sign-up`)).text()).toContain('Join the shop');
    const guarded = await fetch(`${url}/orders`, { redirect: 'manual' });
    expect(guarded.status).toBe(302);
    expect(guarded.headers.get('location')).toContain('/login?returnUrl=%2Forders');
  });

  it('is taken over by the browser as it was rendered', async () => {
    const browser = await openBrowser();
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${url}/sign-up`);
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Join' }).click();
    // Nobody answers at the API's address, which the page can only say once it is alive.
    await page.waitForFunction(() => document.querySelector('[role=alert]')?.textContent);
    await browser.close();
    expect(complaints.filter((text) => text.includes('NG0'))).toEqual([]);
  });

  it(
    `renders ${PAGES} pages in a heap of ${HEAP_MEGABYTES} MB`,
    async () => {
      let asked = 0;
      const ask = async () => {
        for (; asked < PAGES; asked += 1) {
          const answer = await fetch(url);
          await answer.arrayBuffer();
          if (answer.status !== 200) throw new Error(`page ${asked} was answered ${answer.status}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, ask));
      expect(server.exitCode ?? server.signalCode).toBeNull();
    },
    LONGEST,
  );
});
