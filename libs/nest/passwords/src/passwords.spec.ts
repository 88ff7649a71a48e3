import { Unavailable } from '@latchkey/nest/http';
import { compareSync } from 'bcryptjs';
import { createHmac } from 'node:crypto';
import { HashingPool } from './hashing-pool';
import { type PasswordOptions } from './password-options';
import { PasswordPolicy } from './password-policy';
import { Passwords } from './passwords.service';

const OLD = { id: 'old', secret: '0123456789abcdef0123456789abcdef' };
const NEW = { id: 'new', secret: 'fedcba9876543210fedcba9876543210' };
const pools: HashingPool[] = [];
const passwords = (changes: Partial<PasswordOptions> = {}) => {
  const options: PasswordOptions = { peppers: [OLD], cost: 4, threads: 2, queue: 16, ...changes };
  const pool = new HashingPool(options);
  pools.push(pool);
  return { pool, passwords: new Passwords(pool, options) };
};

afterAll(() => Promise.all(pools.map((pool) => pool.onApplicationShutdown())));

describe('Passwords', () => {
  const { passwords: here, pool } = passwords();

  it('stores scheme, pepper and the bcrypt of the peppered password', async () => {
    const stored = await here.hash('correct horse');
    const [scheme, pepper, ...bcrypt] = stored.split('$');
    const input = createHmac('sha384', OLD.secret).update('correct horse').digest('base64');
    expect([scheme, pepper]).toEqual(['v1', 'old']);
    expect(compareSync(input, `$${bcrypt.join('$')}`)).toBe(true);
  });

  it('knows the right password from any other', async () => {
    const stored = await here.hash('correct horse');
    expect(await here.matches('correct horse', stored)).toBe(true);
    expect(await here.matches('Correct horse', stored)).toBe(false);
  });

  it.each([
    ['after 72 bytes', 'x'.repeat(80) + 'a', 'x'.repeat(80) + 'b'],
    ['after NUL', 'pass\0word-a', 'pass\0word-b'],
    ['in white space', 'password with ', 'password with'],
  ])('tells passwords apart that differ only %s', async (_, one, other) => {
    expect(await here.matches(other, await here.hash(one))).toBe(false);
  });

  it('takes the two ways of writing é for the same', async () => {
    expect(await here.matches('cafe\u0301-latte', await here.hash('caf\u00e9-latte'))).toBe(true);
  });

  it('works as long for an account that does not exist', async () => {
    const before = pool.operations;
    expect(await here.matches('correct horse', undefined)).toBe(false);
    expect(pool.operations - before).toBe(1);
  });

  it('checks with an old pepper and says that the hash is outdated', async () => {
    const stored = await here.hash('correct horse');
    const { passwords: later } = passwords({ peppers: [NEW, OLD] });
    expect(await later.matches('correct horse', stored)).toBe(true);
    expect([here.isOutdated(stored, 'correct horse'), later.isOutdated(stored, 'correct horse')]).toEqual([
      false,
      true,
    ]);
  });

  it('says which pepper is missing rather than calling the password wrong', async () => {
    const { passwords: without } = passwords({ peppers: [NEW] });
    await expect(without.matches('x', await here.hash('x'))).rejects.toThrow('needs the pepper "old"');
  });
});

describe('HashingPool', () => {
  it('refuses what its queue cannot hold, and works off the rest', async () => {
    const { pool } = passwords({ threads: 1, queue: 3 });
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => pool.hash('x', 6)));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBe(6);
    expect(refused.every(({ reason }) => reason instanceof Unavailable)).toBe(true);
    await expect(pool.hash('x', 4)).resolves.toMatch(/^\$2b\$04\$/);
  });
});

describe('PasswordPolicy', () => {
  const policy = new PasswordPolicy();

  it.each([
    'password',
    'PassWord',
    '12345678',
    'qwertyuiop',
    'ada@example.com',
    'Ada@Example.com',
    'Latchkey1',
    'latchkey!',
    'latchkeylatchkey',
    'ada@example.comada@example.com',
    '2024-Grace-Hopper',
    'aaaaaaaaaaaaaaa',
    'aaaaaaaaaaaaaab',
    '123456789012',
    '987654321098',
    'abcabcabcabc',
    'abcabcabca',
    'abcdefghijklmnop',
    'zyxwvutsrqponm',
    'qwertyuiopasdfghjkl',
    'poiuytrewq1234',
    'aaaabbbbccccdddd',
    '1111222233334444',
    'password1password1',
    'x7!kx7!kx7!k',
    '😀😀😀😀😀😀😀😀',
    'test',
    'abc',
    '1111',
    'x'.repeat(64),
  ])('refuses %s', async (password) => {
    const names = { email: 'ada@example.com', username: 'grace.hopper' };
    await expect(policy.check(password, names)).rejects.toMatchObject({
      fact: { code: 'invalid_input', errors: [{ path: 'password' }] },
    });
  });

  it.each([
    'correct horse battery',
    'another horse battery',
    'k7xqp-m2wne-tr94h-bzc6d',
    'x7!kP',
    'Sassafras poppies',
    'ada has a pet newt',
    'x'.repeat(256),
  ])('takes what is neither common nor one’s own: %s', async (password) => {
    await expect(policy.check(password, { email: 'ada@example.com' })).resolves.toBeUndefined();
  });
});
