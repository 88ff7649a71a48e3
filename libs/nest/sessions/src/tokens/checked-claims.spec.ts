import { jest } from '@jest/globals';
import { checkedClaims, type VerifiedToken } from './checked-claims';
import { TokenInvalid } from './token-failures';

const NOW = 1_800_000_000;
const SUB = '01a1fc70-ae71-7417-8584-72e1cd88aeba';
const good = { sub: SUB, sid: SUB, gen: 3, iat: NOW, exp: NOW + 900 };
const token = (claims: object = {}, typ: unknown = 'at+jwt'): VerifiedToken => ({
  header: { typ },
  payload: { ...good, ...claims },
});

describe('checkedClaims', () => {
  beforeAll(() => jest.useFakeTimers({ now: NOW * 1000 }));
  afterAll(() => jest.useRealTimers());

  it('answers who, which session, and until when', () => {
    expect(checkedClaims(token())).toEqual({ sub: SUB, sid: SUB, gen: 3, exp: NOW + 900 });
  });

  it('forgives a clock that is 30 seconds ahead, and not one that is 31', () => {
    expect(() => checkedClaims(token({ iat: NOW + 30 }))).not.toThrow();
    expect(() => checkedClaims(token({ iat: NOW + 31 }))).toThrow(TokenInvalid);
    expect(() => checkedClaims(token({ nbf: NOW + 31 }))).toThrow(TokenInvalid);
  });

  it.each([
    ['another type', token({}, 'JWT')],
    ['no type', token({}, null)],
    ['no exp', token({ exp: undefined })],
    ['no iat', token({ iat: undefined })],
    ['a date that is a string', token({ iat: String(NOW) })],
    ['no generation', token({ gen: undefined })],
    ['no session', token({ sid: undefined })],
    ['a subject that is no id', token({ sub: 'ada' })],
  ])('refuses %s', (_, refused) => expect(() => checkedClaims(refused)).toThrow(TokenInvalid));
});
