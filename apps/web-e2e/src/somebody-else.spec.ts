import { type Route } from '@playwright/test';
import { expect, PASSWORD, test, Visitor } from './journey';

async function registerElsewhere({ server, email }: Visitor): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email, password: PASSWORD });
  expect(await fetch(`${server.url}/auth/register`, { method: 'POST', headers, body })).toMatchObject({ ok: true });
}

test('a tab where somebody else’s token would come signs out, and does nothing as them', async ({ visitor }) => {
  const { page, server } = visitor;
  const other = new Visitor(await page.context().newPage(), server);
  for (const one of [visitor, other]) {
    await registerElsewhere(one);
    // A cookie that the first had would sign this tab in as well.
    await page.context().clearCookies();
    await one.open('/login?returnUrl=/account/profile');
    await one.page.getByLabel('Keep me signed in on this device').uncheck();
    await one.logIn();
    await expect(one.page.getByRole('main')).toContainText(one.email);
  }
  const token = server.expired((await page.evaluate(() => sessionStorage.getItem('token'))) as string);
  const expire = (route: Route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } });
  await page.route('**/auth/account', expire, { times: 1 });
  await page.getByLabel('Display name').fill('The first');
  await page.getByRole('button', { name: 'Save' }).click();
  await visitor.sees('Log in');
  await expect(page.getByText('Somebody else has logged in on this browser. Please log in again.')).toBeVisible();
  await other.page.reload();
  await expect(other.page.getByRole('main')).toContainText(other.email);
  await expect(other.page.getByLabel('Display name')).toHaveValue('');
});
