import { type Browser, expect as expectPage, type Page } from '@playwright/test';
import { openBrowser, PATIENCE } from './browser';
import { NestApp } from './nest-app';
import { NgApp } from './ng-app';
import { Site } from './site';

/** Awaits what a page shows. */
const shown = expectPage.configure({ timeout: PATIENCE });
const PASSWORD = 'correct horse battery';
const email = 'ada@example.com';

/** A fresh Angular app on one origin, its API in a fresh Nest app on another. */
describe.each([
  ['zoneless', {}],
  ['of modules with zone.js', { standalone: false, zoneless: false }],
])('a person in a shop that is %s', (_kind, options) => {
  const api = new NestApp();
  const app = new NgApp(options);
  let site: Site;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await Site.open(() => app.browser);
    api.openShop(site.url);
    api.install(['contract', 'nest'], ['@nestjs/platform-express']);
    api.build();
    await api.start();
    app.install(['contract', 'angular']);
    app.openShop(api.url);
    app.build();
    browser = await openBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
  });
  afterAll(async () => {
    await browser?.close();
    await api.stop();
    site.close();
  });

  it('is sent from a guarded page to log in', async () => {
    await page.goto(`${site.url}/orders`);
    await page.waitForURL('**/login?returnUrl=%2Forders');
  });

  it("registers on the app's own page, and is told there what was refused", async () => {
    await page.goto(`${site.url}/sign-up`);
    await join('short');
    await shown(page.getByRole('alert')).not.toBeEmpty();
    await join(PASSWORD);
    await shown(page.getByRole('heading', { name: `Orders of ${email}` })).toBeVisible();
    await shown(page.getByText(/^Of user [\da-f-]{36}$/)).toBeVisible();
  });

  it('stays signed in after a reload, and while tokens change', async () => {
    await page.reload();
    await shown(page.getByRole('heading', { name: `Orders of ${email}` })).toBeVisible();
    const before = await token();
    const refreshed = await page.waitForResponse((answer) => answer.url() === `${api.url}/auth/refresh`);
    expect(refreshed.status()).toBe(200);
    await page.waitForFunction((old) => localStorage.getItem('token') !== old, before);
    await page.reload();
    await shown(page.getByText(/^Of user [\da-f-]{36}$/)).toBeVisible();
  });

  it('is offered nothing that a permission keeps', async () => {
    await shown(page.getByRole('link', { name: 'People' })).toBeHidden();
    await page.goto(`${site.url}/admin`);
    await page.waitForURL('**/status');
  });

  it('signs out, and comes back where the login was asked for', async () => {
    await page.goto(`${site.url}/orders`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/login');
    expect(await token()).toBeNull();
    await page.goto(`${site.url}/orders`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL(`${site.url}/orders`);
    await shown(page.getByRole('heading', { name: `Orders of ${email}` })).toBeVisible();
  });

  const token = () => page.evaluate(() => localStorage.getItem('token'));

  async function join(password: string): Promise<void> {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Join' }).click();
  }
});
