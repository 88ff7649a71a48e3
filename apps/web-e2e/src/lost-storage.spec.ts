import { expect, test } from './journey';

test('a browser whose storage was emptied is signed in by its cookie, and signed out for good', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.register();
  await visitor.isAt('/status');
  for (const path of ['/status', '/login']) {
    await page.evaluate(() => [localStorage, sessionStorage].forEach((storage) => storage.clear()));
    await visitor.open(path);
    await visitor.isAt('/status');
    await expect(page.getByRole('main')).toContainText(visitor.email);
  }
  await page.getByRole('button', { name: 'Log out' }).click();
  await visitor.isAt('/login');
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
  await visitor.open('/status');
  await visitor.isAt('/login?returnUrl=%2Fstatus');
});

test('a browser that forbids storage, channels and locks, and knows no URL.parse, signs in', async ({ visitor }) => {
  const { page } = visitor;
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.assign(globalThis, { BroadcastChannel: refuse });
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, name, { get: refuse });
    Object.defineProperty(navigator, 'locks', { get: refuse });
    Reflect.deleteProperty(URL, 'parse');
  });
  await visitor.register();
  await visitor.sees('Your session');
  await page.reload();
  await expect(page.getByRole('main')).toContainText(visitor.email);
});
