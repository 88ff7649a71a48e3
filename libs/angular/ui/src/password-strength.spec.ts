import { passwordStrength } from './password-strength';

describe('the strength of a password', () => {
  it.each([
    ['', 0],
    ['short', 0],
    ['aaaaaaaaaaaaaaaaaaaa', 1],
    ['abcdefgh12345678', 1],
    ['kgqzmtwx', 1],
    ['kq7ZmT!x', 2],
    ['plum otter mast', 3],
    ['correct horse battery', 4],
    ['ключ от дома под ковром', 4],
  ])('%p is %d of 4', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });
});
