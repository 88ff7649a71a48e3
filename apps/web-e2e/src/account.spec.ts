import { readFileSync } from 'node:fs';
import { expect, PASSWORD, test, Visitor } from './journey';

const NEW = 'another horse battery';

/** The same person in a browser of its own, signed in. */
async function onAnotherDevice(visitor: Visitor, password = PASSWORD): Promise<Visitor> {
  const context = await visitor.page.context().browser()?.newContext({ locale: 'en-US' });
  if (!context) throw new Error('No browser.');
  const other = new Visitor(await context.newPage(), visitor.server, visitor.email);
  await other.open('/login');
  await other.logIn(password);
  await other.sees('Your session');
  return other;
}

async function signedIn(visitor: Visitor): Promise<void> {
  await visitor.register();
  await visitor.sees('Your session');
}

test('somebody finds their account, and gives themselves a name', async ({ visitor }) => {
  const { page } = visitor;
  await signedIn(visitor);
  await page.getByRole('link', { name: visitor.email }).click();
  await visitor.isAt('/account/profile');
  await visitor.sees('Profile');
  await page.getByLabel('Display name').fill('Ada');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your profile is saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Display name')).toHaveValue('Ada');
});

test('another device is signed out from here, and sees it', async ({ visitor }) => {
  const { page } = visitor;
  await signedIn(visitor);
  const other = await onAnotherDevice(visitor);
  await visitor.open('/account/devices');
  await visitor.sees('Devices');
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('listitem').first()).toContainText('This device');
  await page.getByRole('button', { name: /^Sign out Chrome on Linux/ }).click();
  await expect(page.getByText('Chrome on Linux is signed out.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await other.open('/protected');
  await other.isAt('/login?returnUrl=%2Fprotected');
  await expect(other.page.getByText(/You were signed out, here or on another device/)).toBeVisible();
  await visitor.sees('Devices');
});

test('all other devices are signed out after a question, which Escape takes back', async ({ visitor }) => {
  const { page } = visitor;
  await signedIn(visitor);
  const other = await onAnotherDevice(visitor);
  await visitor.open('/account/devices');
  const ask = page.getByRole('button', { name: 'Sign out all other devices' });
  await ask.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await visitor.sees('Devices');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(ask).toBeFocused();
  await ask.click();
  await page.getByRole('button', { name: 'Sign out all others' }).click();
  await expect(page.getByText('You are signed in nowhere else.')).toBeVisible();
  await other.page.reload();
  await other.isAt('/login?returnUrl=%2Fstatus');
});

test('a new password signs the other devices out, and is asked for from then on', async ({ visitor }) => {
  const { page } = visitor;
  await signedIn(visitor);
  const other = await onAnotherDevice(visitor);
  await visitor.open('/account/security');
  await visitor.sees('Security');
  const change = async (current: string) => {
    await page.getByLabel('Current password').fill(current);
    await page.getByLabel('New password').fill(NEW);
    await page.getByRole('button', { name: 'Change password' }).click();
  };
  await change('wrong');
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription('This is not your password');
  await change(PASSWORD);
  await expect(page.getByText('Your password is changed, and your other devices are signed out.')).toBeVisible();
  await visitor.sees('Security');
  await other.open('/protected');
  await other.isAt('/login?returnUrl=%2Fprotected');
  await other.logIn(PASSWORD);
  await expect(other.page.getByText('Invalid email or password.')).toBeVisible();
  await other.logIn(NEW);
  await other.sees('A protected page');
  await page.reload();
  await visitor.sees('Security');
});

test('a password that is changed in one tab leaves the other signed in, and nobody who copied the tokens', async ({
  visitor,
}) => {
  const { page, server } = visitor;
  await signedIn(visitor);
  const copied = { token: await visitor.token(), cookies: await page.context().cookies(`${server.url}/auth`) };
  const second = await page.context().newPage();
  await second.goto(`${server.url}/status`);
  await expect(second.getByRole('main')).toContainText(visitor.email);
  await visitor.open('/account/security');
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').fill(NEW);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed, and your other devices are signed out.')).toBeVisible();
  // Without a reload, by the token that it holds.
  await second.getByRole('link', { name: 'Protected' }).click();
  await expect(second.getByText(`allowed user ${visitor.email}`)).toBeVisible();
  const status = await fetch(`${server.url}/auth/status`, { headers: { authorization: `Bearer ${copied.token}` } });
  const cookie = copied.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const refreshed = await fetch(`${server.url}/auth/refresh`, { method: 'POST', headers, body: '{}' });
  expect([status.status, refreshed.status]).toEqual([401, 401]);
  for (const tab of [page, second]) {
    await tab.goto(`${server.url}/status`);
    await expect(tab.getByRole('main')).toContainText(visitor.email);
  }
});

test('all data comes as a file', async ({ visitor }) => {
  const { page } = visitor;
  await signedIn(visitor);
  await visitor.open('/account/data');
  await visitor.sees('Data');
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('latchkey-account.json');
  const data = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(data).toMatchObject({ account: { email: visitor.email }, sessions: [{ ended_at: null }] });
});

test('an account is deleted for good, in every tab and on every device', async ({ visitor }) => {
  const { page } = visitor;
  await signedIn(visitor);
  const other = await onAnotherDevice(visitor);
  const tab = await page.context().newPage();
  await tab.goto(`${visitor.server.url}/protected`);
  await expect(tab.getByText(`allowed user ${visitor.email}`)).toBeVisible();
  await visitor.open('/account/data');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await expect(dialog.getByLabel('Current password')).toBeFocused();
  await visitor.sees('Data');
  await dialog.getByLabel('Current password').fill(PASSWORD);
  await dialog.getByLabel(`Type ${visitor.email} to confirm`).fill(visitor.email);
  await page.keyboard.press('Enter');
  await visitor.sees('Log in');
  await visitor.isAt('/login');
  await expect(page.getByText(/Your account is deleted/)).toBeVisible();
  await expect(tab.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible();
  await other.page.reload();
  await other.isAt('/login?returnUrl=%2Fstatus');
  await visitor.logIn();
  await expect(page.getByText('Invalid email or password.')).toBeVisible();
  const cookies = await page.context().cookies(`${visitor.server.url}/auth/refresh`);
  expect(cookies.filter(({ name }) => name.startsWith('latchkey'))).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of an account fits 320 px and a wide screen, in ${colorScheme}`, async ({ visitor }) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    await signedIn(visitor);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      for (const heading of ['Profile', 'Security', 'Devices', 'Data']) {
        await visitor.open(`/account/${heading.toLowerCase()}`);
        await visitor.sees(heading);
        await visitor.fits(width);
      }
      await page.getByRole('button', { name: 'Delete my account' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await visitor.sees('Data');
    }
  });
}
