import { loginBody, registerBody } from './index';

const good = { email: 'ada@example.com', password: 'correct horse battery' };
const refusedPaths = (body: unknown) =>
  registerBody.safeParse(body).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('registerBody', () => {
  it('trims and lower-cases the e-mail', () => {
    expect(registerBody.parse({ ...good, email: '  Ada@Example.COM ' }).email).toBe('ada@example.com');
  });

  it('drops fields it does not know', () => {
    expect(registerBody.parse({ ...good, roles: ['admin'], admin: true, is_active: false })).toEqual({
      ...good,
      remember: true,
    });
  });

  it.each([
    ['no address', 'ada'],
    ['an empty one', '   '],
    ['more than 254 characters', `${'a'.repeat(250)}@example.com`],
    ['NUL', 'ada\0@example.com'],
    ['a lone surrogate', 'ada\ud800@example.com'],
    ['two addresses', 'ada@example.com,eve@example.com'],
    ['a line break', 'ada@example.com\nbcc: eve@example.com'],
    ['an array', ['ada@example.com']],
    ['nothing', undefined],
  ])('refuses an e-mail that is %s', (_, email) => {
    expect(refusedPaths({ ...good, email })).toEqual(['email']);
  });

  it('counts a password in code points after NFC', () => {
    expect(refusedPaths({ ...good, password: '😀'.repeat(7) })).toEqual(['password']);
    expect(refusedPaths({ ...good, password: '😀'.repeat(8) })).toEqual([]);
    expect(refusedPaths({ ...good, password: 'e\u0301'.repeat(7) })).toEqual(['password']);
    expect(refusedPaths({ ...good, password: '😀'.repeat(256) })).toEqual([]);
    expect(refusedPaths({ ...good, password: 'x'.repeat(257) })).toEqual(['password']);
  });

  it('takes NUL and spaces in a password as they are, and refuses a lone surrogate', () => {
    expect(registerBody.parse({ ...good, password: ' pass\0word ' }).password).toBe(' pass\0word ');
    expect(refusedPaths({ ...good, password: 'password\udfff' })).toEqual(['password']);
  });

  it('gives each wrong field one error', () => {
    expect(refusedPaths({ email: '', password: '' })).toEqual(['email', 'password']);
  });
});

describe('loginBody', () => {
  it('judges neither the form of the e-mail nor the strength of the password', () => {
    expect(loginBody.parse({ email: ' ADA ', password: 'x' })).toMatchObject({ email: 'ada', password: 'x' });
  });

  it('refuses what no account can have', () => {
    expect(loginBody.safeParse({ email: 'a\0', password: 'x' }).success).toBe(false);
    expect(loginBody.safeParse({ email: 'a', password: '\ud800' }).success).toBe(false);
    expect(loginBody.safeParse({ email: 'a', password: '' }).success).toBe(false);
  });
});
