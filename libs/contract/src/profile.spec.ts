import * as z from 'zod/mini';
import { displayName, isAllowed, username } from './index';

const taken = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value);

describe('a user name', () => {
  it('is folded to lower case and trimmed', () => {
    expect(z.parse(username, ' Ada.L-0_1 ')).toBe('ada.l-0_1');
  });

  it.each(['a', 'a b', '../etc', 'ädä', 'a'.repeat(65), 'a\0b', '\u212aay', 'a\u200bb', 7, null])(
    'refuses %p',
    (value) => {
      expect(taken(username, value).success).toBe(false);
    },
  );
});

describe('a display name', () => {
  it('is any text of up to 100 characters, in NFC', () => {
    expect(z.parse(displayName, ' Ada Łovelace e\u0301 ')).toBe('Ada Łovelace é');
    expect(z.parse(displayName, 'עדה \u{1f469}\u200d\u{1f4bb}')).toBe('עדה \u{1f469}\u200d\u{1f4bb}');
  });

  it.each(['', '  ', 'a\nb', 'x'.repeat(101), '\ud800', '\u202ebob', 'a\u2066b'])('refuses %p', (value) => {
    expect(taken(displayName, value).success).toBe(false);
  });
});

describe('isAllowed', () => {
  it('goes by the roles', () => {
    expect([isAllowed(['user'], 'users:read'), isAllowed(['user', 'admin'], 'users:read')]).toEqual([false, true]);
    expect(isAllowed([], 'users:delete')).toBe(false);
    expect(isAllowed(['newer' as 'user'], 'users:read')).toBe(false);
  });
});
