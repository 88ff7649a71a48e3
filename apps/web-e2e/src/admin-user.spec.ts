import { expect, PASSWORD, test, type Visitor } from './journey';
import { confirm, dialog, openUsers, search } from './users-table';

const SYSTEMS = ['(X11; Linux x86_64; rv:132.0)', '(Windows NT 10.0; Win64; x64; rv:132.0)'];

/** Somebody with an account who is signed in on two systems; what each of them sends. */
async function signedInTwice({ server }: Visitor, email: string): Promise<Record<string, string>[]> {
  const send = async (path: string, system?: string) => {
    const agent = system && { 'user-agent': `Mozilla/5.0 ${system} Gecko/20100101 Firefox/132.0` };
    const headers = { 'content-type': 'application/json', ...agent };
    const body = JSON.stringify({ email, password: PASSWORD });
    return fetch(server.url + path, { method: 'POST', headers, body });
  };
  await send('/auth/register');
  await server.sql('DELETE FROM sessions WHERE user_id = (SELECT id FROM users WHERE email = $1)', [email]);
  const answers = [await send('/auth/login', SYSTEMS[0]), await send('/auth/login', SYSTEMS[1])];
  return Promise.all(answers.map(credentialsOf));
}

/** A token from the body, or the cookies where script gets none. */
async function credentialsOf(answer: Response): Promise<Record<string, string>> {
  const { auth_token } = await answer.json();
  if (auth_token) return { authorization: `Bearer ${auth_token}` };
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { cookie: cookies.join('; ') };
}

test('a person has a page, with what they may do and where they are signed in', async ({ visitor }) => {
  const { page, server } = visitor;
  const email = `grace-${crypto.randomUUID()}@example.com`;
  const signedIn = await signedInTwice(visitor, email);
  const answers = () =>
    Promise.all(signedIn.map(async (headers) => (await fetch(`${server.url}/auth/status`, { headers })).status));
  await openUsers(visitor);
  await search(visitor, email);
  await expect(page.getByText('1 user', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: email }).click();
  await visitor.sees(email);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await page.goBack();
  await visitor.isAt(`/admin/users?search=${encodeURIComponent(email)}`);
  await page.getByRole('link', { name: email }).click();
  await visitor.sees(email);
  expect(await answers()).toEqual([200, 200]);
  await page.getByRole('button', { name: /^End Firefox on Windows/ }).click();
  await expect(page.getByText('Firefox on Windows is signed out.')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText(/Firefox on Linux/);
  expect(await answers()).toEqual([200, 401]);
  await page.getByRole('button', { name: 'Change roles' }).click();
  await dialog(visitor)
    .getByLabel(/^admin/)
    .check();
  await confirm(visitor, 'Save');
  await expect(page.getByRole('definition').filter({ hasText: 'admin' })).toBeVisible();
  await page.getByRole('button', { name: 'End all sessions' }).click();
  await confirm(visitor, 'End all sessions');
  await expect(page.getByText('Signed in nowhere.')).toBeVisible();
  expect(await answers()).toEqual([401, 401]);
  await page.reload();
  await visitor.sees(email);
  await page.getByRole('button', { name: 'Delete account' }).click();
  await expect(dialog(visitor)).toContainText(email);
  await visitor.findsNoFault();
  await confirm(visitor, 'Delete');
  await visitor.sees('Users');
  await expect(page.getByText(`${email} is deleted.`)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a person's page fits 320 px, in ${colorScheme}`, async ({ visitor }) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    const email = `a-rather-long-address-${crypto.randomUUID()}@a-department.of-some-university.example.edu`;
    await signedInTwice(visitor, email);
    await openUsers(visitor);
    await page.setViewportSize({ width: 320, height: 640 });
    await search(visitor, email);
    await page.getByRole('link', { name: email }).click();
    await visitor.sees(email);
    await expect(page.getByRole('listitem')).toHaveCount(2);
    await visitor.fits(320);
    await page.getByRole('button', { name: 'Delete account' }).click();
    await visitor.fits(320);
    await visitor.findsNoFault();
  });
}

test('an address of nobody says so', async ({ visitor }) => {
  await openUsers(visitor);
  await visitor.open('/admin/users/nobody');
  await visitor.sees('User');
  await expect(visitor.page.getByText('There is no such account.')).toBeVisible();
  await visitor.page.getByRole('link', { name: 'All users' }).click();
  await visitor.sees('Users');
});
