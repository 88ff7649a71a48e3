import { expect, test } from './journey';
import { confirm, dialog, openUsers, person, row, search } from './users-table';

test('an administrator finds the way there, and nobody else does', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.register();
  await visitor.sees('Your session');
  await visitor.openMenu();
  await expect(page.getByRole('link', { name: 'Account', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Users' })).toHaveCount(0);
  await visitor.open('/admin/users');
  await visitor.sees('You may not see this page');
  await page.getByRole('link', { name: 'Go to your session' }).click();
  await visitor.becomeAdministrator();
  await page.reload();
  await visitor.openMenu();
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
