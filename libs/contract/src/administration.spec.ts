import * as z from 'zod/mini';
import { changeUserBody, createUserBody, isAllowed, type Permission, user, usersQuery } from './index';

describe('a list of users', () => {
  it('is asked for with text from an address, and has defaults', () => {
    expect(z.parse(usersQuery, {})).toEqual({ page: 1, per_page: 25, sort: 'email' });
    const asked = { page: '3', per_page: '100', search: ' Ada ', role: 'admin', is_active: 'false', sort: '-email' };
    expect(z.parse(usersQuery, asked)).toEqual({ ...asked, page: 3, per_page: 100, search: 'Ada', is_active: false });
  });

  it.each([
    { page: '0' },
    { page: '-1' },
    { page: '1.5' },
    { page: '1e3' },
    { page: '' },
    { page: '10001' },
    { page: ['1', '2'] },
    { per_page: '101' },
    { per_page: '99999999999999999999' },
    { search: 'a\0b' },
    { search: ['a', 'b'] },
    { search: 'x'.repeat(255) },
    { role: 'root' },
    { is_active: 'yes' },
    { sort: 'password_hash' },
    { sort: 'email; DROP TABLE users' },
  ])('refuses %p', (query) => {
    expect(z.safeParse(usersQuery, query).success).toBe(false);
  });
});

describe('a user to create or to change', () => {
  it('has each role once, and none that is unknown', () => {
    expect(z.parse(changeUserBody, { roles: ['admin', 'admin', 'user'] })).toEqual({ roles: ['admin', 'user'] });
    for (const roles of [[], ['root'], 'admin', null]) {
      expect(z.safeParse(changeUserBody, { roles }).success).toBe(false);
      expect(z.safeParse(createUserBody, { email: 'ada@example.com', roles }).success).toBe(false);
    }
  });

  it('refuses by name what it does not change of a user, and ignores what no user has', () => {
    const fixed = Object.keys(user.shape).filter((name) => !(name in { roles: 1, is_active: 1, display_name: 1 }));
    for (const name of fixed)
      expect(z.safeParse(changeUserBody, { [name]: null }).error?.issues.map(({ path }) => path)).toEqual([[name]]);
    expect(z.parse(changeUserBody, { display_name: 'Ada', password_hash: 'x', id: 1 })).toEqual({
      display_name: 'Ada',
    });
  });
});

describe('a misspelt permission', () => {
  it('does not compile', () => {
    const wanted: Permission = 'users:read';
    // @ts-expect-error -- the type check fails where this line is no error
    const misspelt: Permission = 'users:raed';
    // @ts-expect-error -- nor is there such a role
    const answers = [isAllowed(['user'], wanted), isAllowed(['amdin'].slice(1), misspelt)];
    expect(answers).toEqual([false, false]);
  });
});
