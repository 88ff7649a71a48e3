import { expect, test, type Visitor } from './journey';

/** As after hours of sleep: the access token has long expired, the refresh cookie is good. */
async function letExpire(visitor: Visitor): Promise<string> {
  const old = visitor.server.expired((await visitor.token()) as string);
  await visitor.putToken(old);
  return old;
}

test('an expired token is exchanged unnoticed', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.register();
  await visitor.sees('Your session');
  const old = await letExpire(visitor);
  await visitor.open('/protected');
  await visitor.sees('A protected page');
  await expect(page.getByText(`allowed user ${visitor.email}`)).toBeVisible();
  expect(await visitor.token()).not.toBe(old);
});

test('two tabs that exchange at once keep the session', async ({ visitor }) => {
  const { page, server } = visitor;
  await visitor.register();
  await visitor.isAt('/status');
  const second = await page.context().newPage();
  for (let round = 0; round < 3; round += 1) {
    await letExpire(visitor);
    await Promise.all([page.reload(), second.goto(`${server.url}/status`)]);
    for (const tab of [page, second]) await expect(tab.getByRole('main')).toContainText(visitor.email);
  }
});

test('a tab that is closed before its exchange is answered leaves the session to the others', async ({ visitor }) => {
  const { page, server } = visitor;
  const context = page.context();
  await visitor.register();
  await visitor.isAt('/status');
  const [second, third] = [await context.newPage(), await context.newPage()];
  await letExpire(visitor);
  const cookies = await context.cookies();
  const exchanged = new Promise<number>((resolve) => {
    void third.route('**/auth/refresh', async (route) => {
      const answer = await route.fetch();
      // With the answer its cookies are lost: the others have the ones that were exchanged.
      await context.addCookies(cookies);
      resolve(answer.status());
    });
  });
  await third.goto(`${server.url}/status`);
  expect(await exchanged).toBe(200);
  await Promise.all([page.reload(), second.goto(`${server.url}/status`)]);
  await third.close();
  for (const tab of [page, second]) await expect(tab.getByRole('main')).toContainText(visitor.email);
});

test('tabs follow each other out and in', async ({ visitor }) => {
  const { page, server } = visitor;
  await visitor.register();
  await visitor.sees('Your session');
  const other = await page.context().newPage();
  await other.goto(`${server.url}/protected`);
  await expect(other.getByText(`allowed user ${visitor.email}`)).toBeVisible();
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible();
  await visitor.logIn();
  await visitor.isAt('/status');
  await expect(other.getByText(`allowed user ${visitor.email}`)).toBeVisible();
});

test('who is not to be remembered is signed in for this tab alone', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.register();
  await visitor.isAt('/status');
  await page.getByRole('button', { name: 'Log out' }).click();
  await visitor.sees('Log in');
  await page.getByLabel('Keep me signed in on this device').uncheck();
  await visitor.logIn();
  await visitor.sees('Your session');
  expect(await page.evaluate(() => localStorage.getItem('token'))).toBeNull();
  await page.reload();
  await visitor.sees('Your session');
  const cookies = await page.context().cookies(`${visitor.server.url}/auth/refresh`);
  const { port } = new URL(visitor.server.url);
  expect(cookies.map(({ name }) => name)).toEqual([
    `latchkey_${port}_refresh`,
    ...(visitor.server.carrier === 'cookie' ? [`latchkey_${port}_access`] : []),
  ]);
  for (const cookie of cookies) expect(cookie).toMatchObject({ expires: -1, httpOnly: true, sameSite: 'Strict' });
});
