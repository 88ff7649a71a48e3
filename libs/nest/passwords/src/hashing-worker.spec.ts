import { jest } from '@jest/globals';
import { compareSync, hashSync } from 'bcryptjs';
import { HashingPool } from './hashing-pool';
import { type PasswordOptions } from './password-options';
import { Passwords } from './passwords.service';

/** Rounds of bcrypt that were computed: they are what takes the time, on a machine of any speed. */
let rounds = 0;
jest.unstable_mockModule('bcryptjs', () => ({
  hashSync: (input: string, cost: number) => {
    rounds += 2 ** cost;
    return hashSync(input, cost);
  },
  compareSync: (input: string, stored: string) => {
    rounds += 2 ** Number(stored.slice(4, 6));
    return compareSync(input, stored);
  },
}));
const { compare } = await import('./hashing-worker');

const pools: HashingPool[] = [];
const passwords = (cost: number) => {
  const options: PasswordOptions = { peppers: [{ id: 'p1', secret: 'y'.repeat(32) }], cost, threads: 2, queue: 16 };
  const pool = new HashingPool(options);
  pools.push(pool);
  return { pool, passwords: new Passwords(pool, options) };
};
afterAll(() => Promise.all(pools.map((pool) => pool.onApplicationShutdown())));

describe('a wrong password', () => {
  const { pool, passwords: here } = passwords(9);

  /** What a thread computes when it is asked as it was for `password`. */
  const workFor = async (password: string, stored: string | undefined) => {
    const asked = jest.spyOn(pool, 'compare');
    await here.matches(password, stored);
    const [[input, hash, cost] = ['', '', 0]] = asked.mock.calls;
    asked.mockRestore();
    rounds = 0;
    compare({ input, stored: hash, cost });
    return rounds;
  };

  it.each([4, 6, 8, 9])('takes as much work as nobody’s where the stored hash cost 2^%i', async (cost) => {
    const stored = await passwords(cost).passwords.hash('correct horse');
    expect(await workFor('Correct horse', stored)).toBe(2 ** 9);
    expect(await workFor('Correct horse', undefined)).toBe(2 ** 9);
    expect(await workFor('correct horse', stored)).toBe(2 ** cost);
  });
});
