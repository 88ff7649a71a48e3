import { userRow } from './user-row';

const HASH = '$2b$04$abcdefghijklmnopqrstuuJ8dI5Q0Yl9G2Ww9ZzYx1k7m3n5p7r9t';
const row = (fields: object) => userRow([]).safeParse({ password_hash: HASH, ...fields });

describe('a user of a file', () => {
  it('has the e-mail address in the spelling in which one signs in', () => {
    expect(row({ email: ' ADA@EXÜMPLE.ORG' }).data?.email).toBe('ada@xn--exmple-4ya.org');
  });
});
