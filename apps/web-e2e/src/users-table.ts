import { type Locator } from '@playwright/test';
import { expect, type Visitor } from './journey';

export const row = ({ page }: Visitor, name: string): Locator => page.getByRole('row').filter({ hasText: name });
export const dialog = ({ page }: Visitor): Locator => page.getByRole('dialog');

/** Opens the menu of a row and chooses from it. */
export async function choose(visitor: Visitor, name: string, choice: string): Promise<void> {
  await row(visitor, name)
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await visitor.page.getByRole('menuitem', { name: choice }).click();
}

/** Confirms, by the button that says what is done. */
export const confirm = (visitor: Visitor, button: string) =>
  dialog(visitor).getByRole('button', { name: button }).click();

export async function openUsers(visitor: Visitor): Promise<void> {
  await visitor.registerAsAdministrator();
  await visitor.open('/admin/users');
  await visitor.sees('Users');
  await expect(visitor.page.getByRole('table', { name: 'Users' })).toBeVisible();
}

/** Somebody of whom nobody else's search finds anything. */
export async function person(visitor: Visitor, name = 'person', count = 1): Promise<string> {
  const prefix = `${name}-${crypto.randomUUID().slice(0, 8)}`;
  await visitor.server.sql(
    `INSERT INTO users (id, email, password_hash, registered_on)
     SELECT gen_random_uuid(), $1 || '-' || lpad(n::text, 3, '0') || '@example.com', 'x', now() - n * interval '1 day'
     FROM generate_series(1, $2::int) n`,
    [prefix, count],
  );
  return prefix;
}

export const search = (visitor: Visitor, text: string) => visitor.page.getByLabel('Search').fill(text);
