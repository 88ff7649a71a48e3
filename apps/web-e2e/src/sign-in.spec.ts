import { expect, PASSWORD, test } from './journey';

test('a stranger registers, sees who they are, reloads, and logs out', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.open('/');
  await visitor.sees('Sign-in that is yours');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await visitor.sees('Create an account');
  await visitor.fill();
  await page.getByRole('button', { name: 'Create account' }).click();
  await visitor.sees('Your session');
  await visitor.isAt('/status');
  await expect(page.getByRole('main')).toContainText(visitor.email);
  await expect(page.getByRole('timer')).toHaveText(/^1[45]:\d\d$/);
  await page.reload();
  await visitor.sees('Your session');
  await expect(page.getByRole('main')).toContainText(visitor.email);
  await page.getByRole('button', { name: 'Log out' }).click();
  await visitor.sees('Log in');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('who comes back logs in, after a wrong password too', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.register();
  await visitor.isAt('/status');
  await page.getByRole('button', { name: 'Log out' }).click();
  await visitor.logIn('wrong password');
  await expect(page.getByText('Invalid email or password.')).toBeVisible();
  await visitor.sees('Log in');
  await visitor.logIn();
  await visitor.sees('Your session');
});

test('a taken address leads to the login page', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.register();
  await visitor.isAt('/status');
  await page.getByRole('button', { name: 'Log out' }).click();
  await visitor.sees('Log in');
  await visitor.register();
  await page.getByRole('link', { name: 'Log in instead' }).click();
  await visitor.sees('Log in');
});

test('a common password is refused under its field', async ({ visitor }) => {
  await visitor.open('/register');
  await visitor.fill('password123');
  await visitor.page.getByRole('button', { name: 'Create account' }).click();
  await expect(visitor.page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /most common passwords/,
  );
  await visitor.sees('Create an account');
});

test('a guarded page turns strangers away and takes them back afterwards', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.open('/protected?from=link');
  await visitor.isAt('/login?returnUrl=%2Fprotected%3Ffrom%3Dlink');
  await visitor.register('/register?returnUrl=%2Fprotected%3Ffrom%3Dlink');
  await visitor.isAt('/protected?from=link');
  await visitor.sees('A protected page');
  await expect(page.getByText(`allowed user ${visitor.email}`)).toBeVisible();
  await visitor.open('/login');
  await visitor.isAt('/status');
});

test('a foreign address to return to is ignored', async ({ visitor }) => {
  await visitor.register('/register?returnUrl=%2F%2Fevil.test');
  await visitor.isAt('/status');
});

test('the whole journey works with the keyboard alone', async ({ visitor }) => {
  const { page } = visitor;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await visitor.open('/register');
  await visitor.sees('Create an account');
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(visitor.email);
  await press('Tab');
  await page.keyboard.type(PASSWORD);
  await press('Tab');
  await expect(page.getByRole('button', { name: 'Show password' })).toBeFocused();
  await press('Space', 'Tab', 'Enter');
  await visitor.sees('Your session');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('button', { name: 'Log out' }).focus();
  await press('Enter');
  await visitor.sees('Log in');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page fits 320 px, in ${colorScheme}`, async ({ visitor }) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    const fits = async (path: string, heading: string) => {
      await visitor.open(path);
      await visitor.sees(heading);
      await visitor.fits(320);
    };
    await fits('/', 'Sign-in that is yours');
    await fits('/login', 'Log in');
    await visitor.register();
    await visitor.isAt('/status');
    await fits('/status', 'Your session');
    await fits('/protected', 'A protected page');
    await fits('/nowhere', 'Page not found');
  });
}
