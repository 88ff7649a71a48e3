import { expect, PASSWORD, test } from './journey';
import { choose, confirm, dialog, openUsers, person, row, search } from './users-table';

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
