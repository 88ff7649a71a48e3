import { userRow } from './user-row';

const HASH = '$2b$04$abcdefghijklmnopqrstuuJ8dI5Q0Yl9G2Ww9ZzYx1k7m3n5p7r9t';
const row = (fields: object) => userRow([]).safeParse({ password_hash: HASH, ...fields });

describe('a user of a file', () => {
  it('has the e-mail address in the spelling in which one signs in', () => {
    expect(row({ email: ' ADA@EXÜMPLE.ORG' }).data?.email).toBe('ada@xn--exmple-4ya.org');
  });

  it.each(['\u200b\u200b', 'Ada\u202e', 'Ad\u00ada'])(
    'is refused with a name of which not all is seen: %j',
    (display_name) => {
      const refusal = row({ email: 'ada@example.com', display_name });
      expect(refusal.error?.issues.map(({ path }) => path)).toEqual([['display_name']]);
    },
  );
});
