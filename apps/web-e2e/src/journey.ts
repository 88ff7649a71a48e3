import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';
import { Server } from './server';

export const PASSWORD = 'correct horse battery';

/** What a person does on the site, found by role and label. */
export class Visitor {
  readonly email = `${crypto.randomUUID()}@example.com`;

  constructor(
    readonly page: Page,
    readonly server: Server,
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

  /** Waits for a page, by its heading, and looks at it with axe. */
  async sees(heading: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  }

  async isAt(path: string): Promise<void> {
    await expect(this.page).toHaveURL(this.server.url + path);
  }
}

/** Each journey has a visitor with a fresh browser; an error on the page or a breach of its policy fails it. */
export const test = base.extend<{ visitor: Visitor }, { server: Server }>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright asks for the pattern
    async ({}, use) => {
      const server = new Server();
      await server.start();
      await use(server);
      await server.remove();
    },
    { scope: 'worker' },
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
