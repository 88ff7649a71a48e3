import { expect, test } from './journey';

test('script finds no token', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.register();
  await visitor.sees('Your session');
  const token = (await visitor.token()) as string;
  const found = await page.evaluate(() =>
    JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
  );
  expect(token).toMatch(/^eyJ/);
  expect(found).not.toMatch(/eyJ|[\w-]{60}/);
});

test('a tab shows nobody once another has signed somebody else in', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.register();
  await visitor.sees('Your session');
  const other = await page.context().newPage();
  await other.goto(`${visitor.server.url}/login`);
  await other.evaluate(() => new BroadcastChannel('latchkey').postMessage({ before: null, after: 'cookie 0.5' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible();
});
