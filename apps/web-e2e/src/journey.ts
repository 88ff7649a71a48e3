import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';
import { OtherOrigin } from './old-pages';
import { type Carrier, Server } from './server';

export const PASSWORD = 'correct horse battery';

/** What a person does on the site, found by role and label. */
export class Visitor {
  constructor(
    readonly page: Page,
    readonly server: Server,
    readonly email = `${crypto.randomUUID()}@example.com`,
  ) {}

  async open(path: string): Promise<void> {
    await this.page.goto(this.server.url + path);
  }

  async fill(password = PASSWORD, email = this.email): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
  }

  async register(path = '/register'): Promise<void> {
    await this.open(path);
    await this.fill();
    await this.page.getByRole('button', { name: 'Create account' }).click();
  }

  async logIn(password = PASSWORD): Promise<void> {
    await this.fill(password);
    await this.page.getByRole('button', { name: 'Log in' }).click();
  }

  /** What lies behind one's name in the header. */
  async openMenu(): Promise<void> {
    await this.page.getByRole('button', { name: /account menu$/ }).click();
  }

  /** The access token, from where the site keeps it or, where script cannot, from the browser's cookies. */
  async token(): Promise<string | null> {
    if (this.server.carrier === 'header') return this.page.evaluate(() => localStorage.getItem('token'));
    return (await this.accessCookies())[0]?.value ?? null;
  }

  async putToken(token: string): Promise<void> {
    if (this.server.carrier === 'header')
      await this.page.evaluate((kept) => localStorage.setItem('token', kept), token);
    else await this.page.context().addCookies([{ ...(await this.accessCookies())[0], value: token } as never]);
  }

  private async accessCookies() {
    return (await this.page.context().cookies()).filter(({ name }) => /^latchkey_\d+_access$/.test(name));
  }

  /** Registers, and is made an administrator by hand. */
  async registerAsAdministrator(): Promise<void> {
    await this.register();
    await this.isAt('/status');
    await this.becomeAdministrator();
  }

  /** By hand, in the database; the server hears of it a moment later. */
  async becomeAdministrator(): Promise<void> {
    await this.server.sql(`UPDATE users SET roles = '{user,admin}' WHERE email = $1`, [this.email]);
    const headers = { authorization: `Bearer ${await this.token()}` };
    const roles = async () => (await (await fetch(`${this.server.url}/auth/status`, { headers })).json()).data.roles;
    await expect.poll(roles).toContain('admin');
  }

  /** Waits for a page, by its heading, and looks at it with axe. */
  async sees(heading: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await this.findsNoFault();
  }

  /** Waits until the page is so wide that nothing lies beside the screen. */
  async fits(width: number): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }

  /** Looks at what is on the screen with axe. */
  async findsNoFault(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  }

  async isAt(path: string): Promise<void> {
    await expect(this.page).toHaveURL(this.server.url + path);
  }
}

/** Each journey has a visitor with a fresh browser; an error on the page or a breach of its policy fails it. */
export const test = base.extend<{ visitor: Visitor }, { other: OtherOrigin; server: Server; carrier: Carrier }>({
  carrier: ['header', { scope: 'worker', option: true }],
  other: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture wants: nothing
    async ({}, use) => {
      const other = await OtherOrigin.open();
      await use(other);
      await other.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ carrier, other }, use) => {
      // Cookies are for the site's own pages: with them, another site on the list would be refused.
      const server = new Server(carrier, carrier === 'header' ? other.origins : []);
      try {
        await server.start();
        await use(server);
      } finally {
        await server.remove();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  visitor: async ({ page, server }, use) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (line) => {
      if (/Content Security Policy|Trusted Type|NG0\d+/.test(line.text())) faults.push(line.text());
    });
    await use(new Visitor(page, server));
    expect(faults).toEqual([]);
  },
});

export { expect };
