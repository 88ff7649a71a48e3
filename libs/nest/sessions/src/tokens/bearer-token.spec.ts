import { bearerToken } from './bearer-token';
import { TokenMalformed, TokenMissing } from './token-failures';

const read = (...values: string[]) =>
  bearerToken({
    headers: { authorization: values[0] },
    rawHeaders: values.flatMap((value) => ['Authorization', value]),
  });

describe('bearerToken', () => {
  it.each(['Bearer a.b.c', 'bearer a.b.c', 'BEARER a.b.c'])('reads %s', (header) => {
    expect(read(header)).toBe('a.b.c');
  });

  it('tells a missing header from a malformed one', () => {
    expect(() => bearerToken({ headers: {}, rawHeaders: [] })).toThrow(TokenMissing);
  });

  it.each(['', 'Bearer', 'Bearer ', 'Bearer  x', 'Bearer x y', 'Bearerx', 'Basic x', 'x', 'Bearer\tx'])(
    'refuses %p',
    (header) => expect(() => read(header)).toThrow(TokenMalformed),
  );

  it('refuses two headers, whichever comes first', () => {
    expect(() => read('Bearer a', 'Bearer b')).toThrow(TokenMalformed);
  });
});
