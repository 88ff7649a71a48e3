import { expect, test } from './journey';

test('a session revoked elsewhere is left with a message and no loop', async ({ visitor }) => {
  const { page, server } = visitor;
  await visitor.register();
  await visitor.sees('Your session');
  const token = await visitor.token();
  await fetch(`${server.url}/auth/logout`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  await visitor.open('/protected');
  await visitor.isAt('/login?returnUrl=%2Fprotected');
  await expect(page.getByText(/signed out, here or on another device/)).toBeVisible();
  await visitor.sees('Log in');
  await visitor.logIn();
  await visitor.isAt('/protected');
});

test('an altered token is exchanged, and signs out cleanly where there is no cookie', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.register();
  await visitor.isAt('/status');
  await visitor.putToken(`${await visitor.token()}x`);
  await page.reload();
  await expect(page.getByRole('main')).toContainText(visitor.email);
  const token = `${await visitor.token()}x`;
  await page.context().clearCookies({ name: /^latchkey_.*refresh$/ });
  await visitor.putToken(token);
  await page.reload();
  await visitor.isAt('/login?returnUrl=%2Fstatus');
  await expect(page.getByText('Your session has ended. Please log in again.')).toBeVisible();
  await visitor.sees('Log in');
});

test('a server that is down keeps the session, says so, and is found again', async ({ visitor }) => {
  const { page, server } = visitor;
  await visitor.register();
  await visitor.sees('Your session');
  // Fetched while there is a server to fetch it from.
  await visitor.open('/protected');
  await visitor.sees('A protected page');
  await page.getByRole('link', { name: 'Latchkey' }).click();
  await visitor.sees('Sign-in that is yours');
  await server.stop();
  await page.evaluate(() => history.pushState({}, '', '/protected'));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  await expect(page.getByText(/can’t be reached/)).toBeVisible();
  await visitor.sees('A protected page');
  await server.start();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(`allowed user ${visitor.email}`)).toBeVisible();
});

test('a login while the server is down keeps what was typed', async ({ visitor }) => {
  const { page, server } = visitor;
  await visitor.register();
  await visitor.isAt('/status');
  await page.getByRole('button', { name: 'Log out' }).click();
  await visitor.sees('Log in');
  await server.stop();
  await visitor.logIn();
  await expect(page.getByText(/can’t be reached/)).toBeVisible();
  await visitor.sees('Log in');
  await server.start();
  await page.getByRole('button', { name: 'Log in' }).click();
  await visitor.sees('Your session');
});

test('a link whose files went with the last deployment asks the server for the page', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.open('/login');
  await visitor.sees('Log in');
  await page.route(/chunk-.*\.js$/, (route) => route.fulfill({ status: 404 }), { times: 1 });
  await page.getByRole('link', { name: 'Create account' }).click();
  await visitor.sees('Create an account');
  await visitor.isAt('/register');
});

test('a guest’s link says so while the server is down, and leads on once it is back', async ({ visitor }) => {
  const { page, server } = visitor;
  await visitor.open('/login');
  await visitor.sees('Log in');
  await server.stop();
  await page.getByRole('link', { name: 'Create account' }).click();
  await expect(page.getByText('This page can’t be fetched. Check your connection and try again.')).toBeVisible();
  await visitor.sees('Log in');
  await server.start();
  await page.getByRole('button', { name: 'Try again' }).click();
  await visitor.sees('Create an account');
  await visitor.isAt('/register');
});

test('every address has a page, or one that says that there is none', async ({ visitor }) => {
  const { page, server } = visitor;
  const none = ['/register;a=b', '/login(b:c)', '/%zz', '/%ff?a=%', '/x.y', '/Login'];
  const expected = new Map<string, [number, string]>([
    ['/login/', [200, 'Log in']],
    ['//login', [200, 'Log in']],
    ['/index.html', [200, 'Sign-in that is yours']],
  ]);
  for (const path of none) expected.set(path, [404, 'Page not found']);
  for (const [path, [status, heading]] of expected) {
    const answer = await page.goto(server.url + path);
    expect([path, answer?.status()]).toEqual([path, status]);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
});

test('/admin leads an administrator to the users', async ({ visitor }) => {
  await visitor.registerAsAdministrator();
  await visitor.open('/admin/');
  await visitor.sees('Users');
  await visitor.isAt('/admin/users');
});

test('pages come with the policy that keeps foreign scripts out', async ({ visitor }) => {
  const response = await fetch(`${visitor.server.url}/login`);
  const policy = response.headers.get('content-security-policy');
  const html = await response.text();
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/);
  const nonce = /'nonce-([\w-]+)'/.exec(policy ?? '')?.[1];
  expect(html).toContain(`ngcspnonce="${nonce}"`);
  expect(html).not.toContain('<base');
});

test('the API describes itself on a page', async ({ visitor }) => {
  await visitor.open('/docs');
  await expect(visitor.page.getByRole('heading', { name: /Latchkey/ })).toBeVisible();
  await expect(visitor.page.getByText('/auth/refresh')).toBeVisible();
});
