import { InvalidOptions } from './invalid-options';
import { type LatchkeyOptions } from './latchkey-options';
import { resolveOptions } from './resolve-options';

const good: LatchkeyOptions = {
  publicUrl: 'https://api.acme.test',
  secret: 'x'.repeat(32),
  peppers: [{ id: 'p1', secret: 'y'.repeat(32) }],
};

describe('the options of LatchkeyModule', () => {
  it('are complete once three are given', () => {
    expect(resolveOptions(good)).toMatchObject({
      http: { publicUrl: 'https://api.acme.test', allowedOrigins: [], explains: false },
      tokens: { issuer: 'https://api.acme.test', formerIssuers: [], audience: 'https://api.acme.test', seconds: 900 },
      sessions: { days: 30, idleDays: 14, keepDays: 30, perUser: 100, cacheSize: 20_000 },
      passwords: { cost: 12 },
      cookies: { carrier: 'header', secure: true, sameSite: 'strict', prefix: 'latchkey' },
    });
  });

  it('keep what is given', () => {
    const { passwords, cookies } = resolveOptions({
      ...good,
      passwords: { threads: 3 },
      cookies: { carrier: 'cookie' },
    });
    expect(passwords).toMatchObject({ cost: 12, threads: 3, queue: 24 });
    expect(cookies).toEqual({ carrier: 'cookie', secure: true, sameSite: 'strict', prefix: 'latchkey' });
  });

  it.each([
    ['http://localhost:3000', 'latchkey_3000'],
    ['http://localhost:4000', 'latchkey_4000'],
    ['https://api.acme.test:8443', 'latchkey_8443'],
    ['https://api.acme.test', 'latchkey'],
  ])('name the cookies of %s %s, for all ports of a host share one jar', (publicUrl, prefix) => {
    expect(resolveOptions({ ...good, publicUrl }).cookies.prefix).toBe(prefix);
    expect(resolveOptions({ ...good, publicUrl, cookies: { prefix: 'shop' } }).cookies.prefix).toBe('shop');
  });

  it.each<[string, object, RegExp]>([
    ['no address', { publicUrl: undefined }, /publicUrl: needs an origin such as/],
    ['an address with a path', { publicUrl: 'https://acme.test/api' }, /publicUrl: .* write https:\/\/acme\.test\./],
    ['an origin with a slash', { allowedOrigins: ['https://app.acme.test/'] }, /write https:\/\/app\.acme\.test\./],
    ['an origin for any site', { allowedOrigins: ['*'] }, /allowedOrigins: needs an origin/],
    ['a short secret', { secret: 'short' }, /secret: needs at least 32/],
    ['no pepper', { peppers: [] }, /peppers: needs at least one/],
    ['a pepper whose id a hash cannot name', { peppers: [{ id: 'p$', secret: 'y'.repeat(32) }] }, /the id "p\$"/],
    ['one secret for two things', { peppers: [{ id: 'p1', secret: 'x'.repeat(32) }] }, /is the secret as well/],
    ['a carrier that is none', { cookies: { carrier: 'body' } }, /cookies\.carrier/],
    ['a cookie that no browser takes', { cookies: { prefix: 'my shop' } }, /cookies\.prefix/],
    ['a cookie prefix that is a promise', { cookies: { prefix: '__Host-shop' } }, /cookies\.prefix/],
    ['a rule of sites that is none', { cookies: { sameSite: 'None' } }, /cookies\.sameSite: is strict, lax or none/],
    ['none without Secure', { publicUrl: 'http://a.test', cookies: { sameSite: 'none' } }, /browsers drop.*https/],
    ['a domain of others', { cookies: { domain: 'other.test' } }, /cookies\.domain: .*api\.acme\.test is not in it/],
    ['a domain with a dot before it', { cookies: { domain: '.acme.test' } }, /cookies\.domain: "\.acme\.test" is no/],
    [
      'a cookie carrier across sites without sameSite none',
      { allowedOrigins: ['https://shop.test'], cookies: { carrier: 'cookie' } },
      /https:\/\/shop\.test is another site.*sameSite: 'none'/,
    ],
    [
      'a cookie carrier for a page of the same host without https',
      { allowedOrigins: ['http://acme.test'], cookies: { carrier: 'cookie' } },
      /http:\/\/acme\.test is another site/,
    ],
    ['an account without sessions', { sessions: { perUser: 0 } }, /sessions\.perUser: needs 1 at least/],
    ['half a day', { sessions: { days: 0.5 } }, /sessions\.days: needs a whole number/],
  ])('refuse %s, and say the mend', (_, change, words) => {
    const resolving = () => resolveOptions({ ...good, ...change } as LatchkeyOptions);
    expect(resolving).toThrow(InvalidOptions);
    expect(resolving).toThrow(words);
  });

  it.each<[string, Partial<LatchkeyOptions>]>([
    ['on another site, with sameSite none', { cookies: { carrier: 'cookie', sameSite: 'none' } }],
    ['on another site, with tokens in headers', {}],
  ])('take pages %s', (_, change) => {
    expect(resolveOptions({ ...good, allowedOrigins: ['https://shop.test'], ...change }).http.allowedOrigins).toEqual([
      'https://shop.test',
    ]);
  });

  it.each([
    ['https://api.acme.test', 'https://acme.test'],
    ['https://api.acme.test', 'https://app.eu.acme.test:8443'],
    ['http://localhost:3000', 'http://localhost:4200'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:4200'],
  ])('take cookies from %s to pages on %s, which are of one site', (publicUrl, origin) => {
    const cookies = { carrier: 'cookie' } as const;
    expect(() => resolveOptions({ ...good, publicUrl, allowedOrigins: [origin], cookies })).not.toThrow();
  });

  it('tell of every problem at once', () => {
    const resolving = () => resolveOptions({ publicUrl: 'nowhere', secret: '', peppers: [] });
    expect(resolving).toThrow(/publicUrl[^]*secret[^]*peppers/);
  });
});
