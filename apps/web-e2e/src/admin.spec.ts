import { type Locator } from '@playwright/test';
import { expect, PASSWORD, test, type Visitor } from './journey';

const row = ({ page }: Visitor, name: string): Locator => page.getByRole('row').filter({ hasText: name });
const dialog = ({ page }: Visitor): Locator => page.getByRole('dialog');

/** Opens the menu of a row and chooses from it. */
async function choose(visitor: Visitor, name: string, choice: string): Promise<void> {
  await row(visitor, name)
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await visitor.page.getByRole('menuitem', { name: choice }).click();
}

/** Confirms, by the button that says what is done. */
const confirm = (visitor: Visitor, button: string) => dialog(visitor).getByRole('button', { name: button }).click();

async function openUsers(visitor: Visitor): Promise<void> {
  await visitor.registerAsAdministrator();
  await visitor.open('/admin/users');
  await visitor.sees('Users');
  await expect(visitor.page.getByRole('table', { name: 'Users' })).toBeVisible();
}

/** Somebody of whom nobody else's search finds anything. */
async function person(visitor: Visitor, name = 'person', count = 1): Promise<string> {
  const prefix = `${name}-${crypto.randomUUID().slice(0, 8)}`;
  await visitor.server.sql(
    `INSERT INTO users (id, email, password_hash, registered_on)
     SELECT gen_random_uuid(), $1 || '-' || lpad(n::text, 3, '0') || '@example.com', 'x', now() - n * interval '1 day'
     FROM generate_series(1, $2::int) n`,
    [prefix, count],
  );
  return prefix;
}

const search = (visitor: Visitor, text: string) => visitor.page.getByLabel('Search').fill(text);

test('an administrator finds the way there, and nobody else does', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.register();
  await visitor.sees('Your session');
  await expect(page.getByRole('link', { name: 'Users' })).toHaveCount(0);
  await visitor.open('/admin/users');
  await visitor.sees('You may not see this page');
  await page.getByRole('link', { name: 'Go to your session' }).click();
  await visitor.becomeAdministrator();
  await page.reload();
  await page.getByRole('link', { name: 'Users' }).click();
  await visitor.isAt('/admin/users');
  await visitor.sees('Users');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a stranger is sent to log in first', async ({ visitor }) => {
  await visitor.open('/admin/users?search=ada');
  await visitor.isAt('/login?returnUrl=%2Fadmin%2Fusers%3Fsearch%3Dada');
});

test('the list is searched, filtered, sorted and paged, and found again after a reload', async ({ visitor }) => {
  const { page } = visitor;
  await openUsers(visitor);
  const prefix = await person(visitor, 'many', 60);
  await search(visitor, prefix.toUpperCase());
  await expect(page.getByText('60 users')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(26);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('3 of 3')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(11);
  await page.getByRole('button', { name: 'Registered' }).click();
  await expect(page.getByText('1 of 3')).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText(`${prefix}-060`);
  await page.getByRole('button', { name: 'Registered' }).click();
  await expect(page.getByRole('columnheader', { name: 'Registered' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('row').nth(1)).toContainText(`${prefix}-001`);
  await page.reload();
  await expect(page.getByRole('row').nth(1)).toContainText(`${prefix}-001`);
  await expect(page.getByLabel('Search')).toHaveValue(prefix.toUpperCase());
  await page.getByLabel('State').selectOption('Disabled');
  await expect(page.getByText('Nobody matches.')).toBeVisible();
  await visitor.findsNoFault();
  await page.getByRole('button', { name: 'Show all users' }).click();
  await expect(page.getByLabel('Search')).toHaveValue('');
  await page.getByLabel('Role').selectOption('admin');
  await search(visitor, visitor.email);
  await expect(row(visitor, visitor.email)).toContainText('You');
});

test('somebody gets an account, and comes in with the password that is shown once', async ({ visitor, browser }) => {
  const { page, server } = visitor;
  const email = `${crypto.randomUUID()}@example.com`;
  await openUsers(visitor);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(dialog(visitor).getByLabel('E-mail')).toBeFocused();
  await visitor.findsNoFault();
  await dialog(visitor).getByLabel('E-mail').fill('nobody');
  await page.keyboard.press('Enter');
  await expect(dialog(visitor).getByLabel('E-mail')).toHaveAccessibleDescription(/such as ada@example.com/);
  await expect(dialog(visitor).getByLabel('E-mail')).toBeFocused();
  await dialog(visitor).getByLabel('E-mail').fill(visitor.email);
  await confirm(visitor, 'Create');
  await expect(dialog(visitor).getByText('There is already an account')).toBeVisible();
  await visitor.findsNoFault();
  await dialog(visitor).getByLabel('E-mail').fill(email);
  await dialog(visitor).getByLabel('Name', { exact: true }).fill('Grace');
  await confirm(visitor, 'Create');
  const password = await dialog(visitor).getByLabel('Password').innerText();
  await expect(dialog(visitor).getByRole('button', { name: 'Copy' })).toBeFocused();
  await visitor.findsNoFault();
  await page.keyboard.press('Enter');
  await expect(dialog(visitor).getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(password);
  await page.keyboard.press('Escape');
  await confirm(visitor, 'Done');
  await expect(page.getByText('Grace has an account.')).toBeVisible();
  await expect(page.locator('body')).not.toContainText(password);
  await search(visitor, 'grace');
  await expect(row(visitor, email)).toContainText('Grace');
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${server.url}/login`);
  await other.getByLabel('E-mail').fill(email);
  await other.getByLabel('Password', { exact: true }).fill(password);
  await other.getByRole('button', { name: 'Log in' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Your session' })).toBeVisible();
  await other.context().close();
});

test('roles are given and taken', async ({ visitor }) => {
  const prefix = await person(visitor);
  await openUsers(visitor);
  await search(visitor, prefix);
  await choose(visitor, prefix, 'Change roles');
  await expect(dialog(visitor)).toContainText(`Roles of ${prefix}-001@example.com`);
  await visitor.findsNoFault();
  await dialog(visitor)
    .getByLabel(/^admin/)
    .check();
  await confirm(visitor, 'Save');
  await expect(row(visitor, prefix)).toContainText('admin');
  await expect(row(visitor, prefix).getByRole('button', { name: /^Actions/ })).toBeFocused();
  await choose(visitor, prefix, 'Change roles');
  for (const role of [/^admin/, /^user/]) await dialog(visitor).getByLabel(role).uncheck();
  await confirm(visitor, 'Save');
  await expect(dialog(visitor).getByText('Choose at least one role')).toBeVisible();
  await dialog(visitor).getByLabel(/^user/).check();
  await confirm(visitor, 'Save');
  await expect(row(visitor, prefix)).not.toContainText('admin');
});

test('an account is disabled, enabled, signed out and deleted, each after a question that names it', async ({
  visitor,
}) => {
  const { page } = visitor;
  const prefix = await person(visitor);
  const name = `${prefix}-001@example.com`;
  await openUsers(visitor);
  await search(visitor, prefix);
  await choose(visitor, prefix, 'Disable');
  await expect(dialog(visitor)).toContainText(name);
  await expect(dialog(visitor).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await visitor.findsNoFault();
  await page.keyboard.press('Enter');
  await expect(dialog(visitor)).toHaveCount(0);
  await expect(row(visitor, prefix)).toContainText('Active');
  await choose(visitor, prefix, 'Disable');
  await confirm(visitor, 'Disable');
  await expect(row(visitor, prefix)).toContainText('Disabled');
  await expect(page.getByText(`${name} is disabled.`)).toBeVisible();
  await choose(visitor, prefix, 'Enable');
  await confirm(visitor, 'Enable');
  await expect(row(visitor, prefix)).toContainText('Active');
  await choose(visitor, prefix, 'End all sessions');
  await expect(dialog(visitor)).toContainText(name);
  await confirm(visitor, 'End all sessions');
  await expect(page.getByText(`${name} is signed out everywhere.`)).toBeVisible();
  await choose(visitor, prefix, 'Delete');
  await expect(dialog(visitor)).toContainText(`The account of ${name}`);
  await confirm(visitor, 'Delete');
  await expect(page.getByText('Nobody matches.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('what the server refuses is said in the dialog', async ({ visitor }) => {
  const prefix = await person(visitor);
  await openUsers(visitor);
  await search(visitor, prefix);
  await expect(row(visitor, prefix)).toBeVisible();
  await choose(visitor, prefix, 'Delete');
  await visitor.server.sql('DELETE FROM users WHERE email = $1', [`${prefix}-001@example.com`]);
  await confirm(visitor, 'Delete');
  await expect(dialog(visitor).getByText('There is no such user.')).toBeVisible();
  await visitor.findsNoFault();
});

test('of oneself one can only end the sessions, and is signed out then', async ({ visitor }) => {
  const { page } = visitor;
  await openUsers(visitor);
  await search(visitor, visitor.email);
  await expect(page.getByText('1 user', { exact: true })).toBeVisible();
  await row(visitor, visitor.email)
    .getByRole('button', { name: /^Actions/ })
    .click();
  await expect(page.getByRole('menuitem')).toHaveText(['End all sessions']);
  await page.getByRole('menuitem').click();
  await expect(dialog(visitor)).toContainText('this one too');
  await confirm(visitor, 'End all sessions');
  await visitor.sees('Log in');
  await visitor.logIn(PASSWORD);
  await visitor.sees('Users');
});

test('all of it works with the keyboard alone', async ({ visitor }) => {
  const { page } = visitor;
  const prefix = await person(visitor);
  await openUsers(visitor);
  await page.getByLabel('Search').focus();
  await page.keyboard.type(prefix);
  await expect(page.getByText('1 user', { exact: true })).toBeVisible();
  const menu = row(visitor, prefix).getByRole('button', { name: /^Actions/ });
  await menu.focus();
  const item = (name: string) => page.getByRole('menuitem', { name });
  await page.keyboard.press('ArrowUp');
  await expect(item('Delete')).toBeFocused();
  await visitor.findsNoFault();
  await page.keyboard.press('ArrowDown');
  await expect(item('Change roles')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(item('Change roles')).toBeFocused();
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(dialog(visitor)).toContainText('Disable this account?');
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(item('Change roles')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('a server that is down is said, and asked again', async ({ visitor }) => {
  const { page, server } = visitor;
  await openUsers(visitor);
  await server.stop();
  await search(visitor, 'x');
  await expect(page.getByRole('main').getByText(/can’t be reached/)).toBeVisible();
  await visitor.findsNoFault();
  await server.start();
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('main').getByText(/can’t be reached/)).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`users fit 320 px as cards, in ${colorScheme}`, async ({ visitor }) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    const prefix = await person(visitor, 'narrow-and-with-a-rather-long-name', 3);
    await openUsers(visitor);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByLabel('Sorted by').selectOption('E-mail, Z to A');
    await search(visitor, prefix);
    await expect(page.getByText('3 users')).toBeVisible();
    const fits = async () => {
      await visitor.fits(320);
      await visitor.findsNoFault();
    };
    await fits();
    await row(visitor, `${prefix}-003`)
      .getByRole('button', { name: /^Actions/ })
      .click();
    await expect(page.getByRole('menu')).toBeVisible();
    await fits();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(dialog(visitor)).toBeVisible();
    await fits();
    await confirm(visitor, 'Cancel');
    await expect(dialog(visitor)).toHaveCount(0);
    await page.getByRole('button', { name: 'Create user' }).click();
    await expect(dialog(visitor)).toBeVisible();
    await fits();
  });
}
