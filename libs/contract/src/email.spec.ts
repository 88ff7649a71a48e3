import fc from 'fast-check';
import { email, emailToLookUp } from './index';

const ATEXT = "!#$%&'*+/=?^_`{|}~-";
const spelled = (typed: unknown) => email.safeParse(typed).data;

describe('an e-mail address', () => {
  it.each([
    ['ada@exümple.org', 'ada@xn--exmple-4ya.org'],
    ['ADA@EXÜMPLE.ORG', 'ada@xn--exmple-4ya.org'],
    ['ada@exu\u0308mple.org', 'ada@xn--exmple-4ya.org'],
    ['ada@xn--exmple-4ya.org', 'ada@xn--exmple-4ya.org'],
    ['ada@XN--EXMPLE-4YA.ORG', 'ada@xn--exmple-4ya.org'],
    ['ada@example。com', 'ada@example.com'],
    ['ada@ｅｘａｍｐｌｅ.com', 'ada@example.com'],
    ['ada@faß.de', 'ada@xn--fa-hia.de'],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah'],
    [' Ada@Example.COM ', 'ada@example.com'],
  ])('%s is spelt %s on every road', (typed, stored) => {
    expect([spelled(typed), emailToLookUp.parse(typed)]).toEqual([stored, stored]);
  });

  it('may be made of all that needs no quotes, up to 64 characters before the @', () => {
    const atom = fc.string({ unit: fc.constantFrom(...`abz019${ATEXT}`), minLength: 1, maxLength: 12 });
    const dotAtom = fc.array(atom, { minLength: 1, maxLength: 5 }).map((atoms) => atoms.join('.'));
    fc.assert(
      fc.property(dotAtom, (local) => {
        expect(spelled(`${local}@example.com`)).toBe(`${local}@example.com`);
      }),
      { seed: 20_261_126 },
    );
    expect(spelled(`${'a'.repeat(64)}@example.com`)).toBeDefined();
    expect(spelled(`${'a'.repeat(65)}@example.com`)).toBeUndefined();
  });

  it('is as long as 254 characters, as it is stored', () => {
    const domain = (length: number) => `${'a'.repeat(60)}.`.repeat(3).padEnd(length, 'b').replace(/.{4}$/, '.org');
    expect(spelled(`${'a'.repeat(14)}@${domain(239)}`)).toHaveLength(254);
    expect(spelled(`${'a'.repeat(15)}@${domain(239)}`)).toBeUndefined();
    expect(spelled(`${'a'.repeat(64)}@${`${'ü'.repeat(36)}.`.repeat(5)}org`)).toBeUndefined();
  });

  it.each([
    ...['.a@b.co', 'a.@b.co', 'a..b@b.co', 'a b@b.co', 'a,b@b.co', '"a"@b.co', 'a@b@c.co', 'ä@b.co', '\u212a@b.co'],
    ...['a@b', 'a@-b.co', 'a@b-.co', 'a@b_c.co', 'a@b..co', 'a@b.co.', 'a@.b.co', 'a@b.c', 'a@1.2.3.4', 'a@0x7f.1'],
    ...['a@[1.2.3.4]', 'a@b.co:25', 'a@b.co/c', 'a@b.co?d', 'a@b%2eco', 'a@b\\c.co', 'a@b\u200d.co'],
    ...['a@b\t.co', `a@${'b'.repeat(64)}.co`, '@b.co', 'a@', '@', 'a\u200b@b.co'],
  ])('is not %j', (typed) => {
    expect(spelled(typed)).toBeUndefined();
  });

  it('has one spelling, in ASCII, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        const address = spelled(`a@${name}.org`);
        if (address) expect([address, spelled(address)]).toEqual([expect.stringMatching(/^a@[a-z0-9.-]+$/), address]);
      }),
      { seed: 20_261_126, numRuns: 2_000 },
    );
  });

  it('that was stored before other domains were taken is still found', () => {
    const label = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/);
    fc.assert(
      fc.property(fc.constantFrom('', 'xn--'), label, (prefix, name) => {
        const stored = `ada@${prefix}${name}.org`;
        expect(emailToLookUp.parse(stored)).toBe(stored);
      }),
      { seed: 20_261_126, numRuns: 5_000 },
    );
  });
});
