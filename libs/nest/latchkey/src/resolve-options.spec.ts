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
      tokens: { issuer: 'https://api.acme.test', audience: 'https://api.acme.test', seconds: 900 },
      sessions: { days: 30, idleDays: 14, keepDays: 30, perUser: 100, cacheSize: 20_000 },
      passwords: { cost: 12 },
      cookies: { carrier: 'header', secure: true, prefix: 'latchkey' },
    });
  });

  it('keep what is given', () => {
    const { passwords, cookies } = resolveOptions({
      ...good,
      passwords: { threads: 3 },
      cookies: { carrier: 'cookie' },
    });
    expect(passwords).toMatchObject({ cost: 12, threads: 3, queue: 24 });
    expect(cookies).toEqual({ carrier: 'cookie', secure: true, prefix: 'latchkey' });
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
    ['an account without sessions', { sessions: { perUser: 0 } }, /sessions\.perUser: needs 1 at least/],
    ['half a day', { sessions: { days: 0.5 } }, /sessions\.days: needs a whole number/],
  ])('refuse %s, and say the mend', (_, change, words) => {
    const resolving = () => resolveOptions({ ...good, ...change } as LatchkeyOptions);
    expect(resolving).toThrow(InvalidOptions);
    expect(resolving).toThrow(words);
  });

  it('tell of every problem at once', () => {
    const resolving = () => resolveOptions({ publicUrl: 'nowhere', secret: '', peppers: [] });
    expect(resolving).toThrow(/publicUrl[^]*secret[^]*peppers/);
  });
});
