import { OPTIONS, PLATFORMS, Shop } from './shop';

const PAGE = 'https://shop.test';
const publicUrl = 'https://api.acme.test';

describe.each(PLATFORMS)('cookies for the pages of another site on %s', (on) => {
  let shop: Shop;
  let cookies: string[];
  beforeAll(async () => {
    const options = { ...OPTIONS, publicUrl, allowedOrigins: [PAGE] };
    shop = await Shop.open({ on, latchkey: { ...options, cookies: { carrier: 'cookie', sameSite: 'none' } } });
    cookies = (await shop.register()).headers.getSetCookie();
  });

  const sent = () => cookies.map((line) => line.split(';', 1)[0]).join('; ');
  const refresh = (origin: string) =>
    shop.send('POST', '/auth/refresh', {}, { cookie: sent(), origin, 'sec-fetch-site': 'cross-site' });

  it('say so, and are Secure', () => {
    expect(cookies.map((line) => line.replace(/=.*?;/, ' '))).toEqual([
      expect.stringMatching(/^__Secure-latchkey_refresh .*HttpOnly; Secure; SameSite=None$/),
      expect.stringMatching(/^__Host-latchkey_access .*HttpOnly; Secure; SameSite=None$/),
    ]);
  });

  it('are taken from those that are on the list, and from no other', async () => {
    expect((await refresh('https://evil.test')).body).toMatchObject({ code: 'origin_refused' });
    const status = (origin: string) =>
      shop.send('GET', '/auth/status', undefined, { cookie: sent(), origin, 'content-type': 'application/json' });
    expect((await status('https://evil.test')).body).toMatchObject({ code: 'origin_refused' });
    expect((await status(PAGE)).status).toBe(200);
    const { status: answered, headers } = await refresh(PAGE);
    expect(answered).toBe(200);
    for (const line of headers.getSetCookie()) expect(line).toMatch(/; SameSite=None$/);
  });
});

it('go to all hosts of a domain, under names that a whole domain may use', async () => {
  const shop = await Shop.open({ latchkey: { publicUrl, cookies: { carrier: 'cookie', domain: 'acme.test' } } });
  const cookies = (await shop.register()).headers.getSetCookie();
  expect(cookies.map((line) => line.split('=', 1)[0])).toEqual([
    '__Secure-latchkey_refresh',
    '__Secure-latchkey_access',
  ]);
  for (const line of cookies) expect(line).toMatch(/; Domain=acme\.test; .*SameSite=Strict$/);
});
