import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashProblem } from './bearable-hash';
import { HashingPool } from './hashing-pool';
import { type PasswordOptions } from './password-options';
import { Passwords } from './passwords.service';

interface Vector {
  /** The library that made the hash, and its version. */
  by: string;
  call: string;
  password: string;
  stored: string;
}

const options: PasswordOptions = {
  peppers: [{ id: 'p1', secret: '0123456789abcdef0123456789abcdef' }],
  cost: 4,
  threads: 2,
  queue: 16,
};
const pool = new HashingPool(options);
const passwords = new Passwords(pool, options);
afterAll(() => pool.onApplicationShutdown());

const vectors = readFileSync(join(import.meta.dirname, '../test/foreign-hashes.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Vector);
const calls = [...new Set(vectors.map(({ by, call }) => `${by}: ${call}`))];
const isBcrypt = ({ stored }: Pick<Vector, 'stored'>) => /^\$2/.test(stored);
const made = (by: string, start: string) =>
  vectors.find((vector) => vector.by.startsWith(by) && vector.stored.startsWith(start)) as Vector;

describe('a hash that another program made', () => {
  it.each(calls)('is met by its password and by no other: %s', async (call) => {
    for (const { password, stored } of vectors.filter((vector) => `${vector.by}: ${vector.call}` === call)) {
      expect(hashProblem(stored, options.peppers)).toBeUndefined();
      expect([password, await passwords.matches(password, stored)]).toEqual([password, true]);
      const others = [`y${password}`, password.slice(0, 5), ''];
      for (const other of others) expect([other, await passwords.matches(other, stored)]).toEqual([other, false]);
      const isCutOff = isBcrypt({ stored }) && Buffer.byteLength(password.normalize('NFD')) >= 72;
      expect([stored, passwords.isOutdated(stored, password)]).toEqual([stored, !isCutOff]);
    }
  });

  it('is met by the composed form of a password that was hashed decomposed', async () => {
    const decomposed = vectors.filter(({ password }) => password.includes('cafe\u0301'));
    expect(decomposed.length).toBe(calls.length - 2);
    for (const { stored } of decomposed) expect(await passwords.matches('caf\u00e9-latte', stored)).toBe(true);
  });

  it('counts 72 bytes where bcrypt made it, as it did there, and every byte elsewhere', async () => {
    const long = vectors.filter(({ password }) => password.length > 72);
    expect(long.length).toBeGreaterThan(10);
    for (const vector of long) {
      expect(await passwords.matches(vector.password.replace(/a$/, 'b'), vector.stored)).toBe(isBcrypt(vector));
    }
  });

  it('is kept where bcrypt may not have seen the end of the password', () => {
    const { stored } = made('bcrypt', '$2b$');
    const outdated = [71, 72, 73, 256].map((length) => passwords.isOutdated(stored, 'x'.repeat(length)));
    expect(outdated).toEqual([true, false, false, false]);
    expect(passwords.isOutdated(stored, 'ü'.repeat(24))).toBe(false);
  });

  it('is not met by NUL and a repetition, which bcrypt takes for the same and its libraries refuse', async () => {
    const { password, stored } = made('bcrypt', '$2b$');
    expect(await passwords.matches(`${password}\0${password}`, stored)).toBe(false);
  });

  it('is checked in a thread, while the event loop goes on', async () => {
    const { stored } = made('werkzeug', 'pbkdf2:sha256$');
    const check = passwords.matches('wrong', stored);
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    await check;
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });
});

describe('hashProblem', () => {
  const { stored: werkzeug } = made('werkzeug 3', 'pbkdf2:sha256:');
  const { stored: scrypt } = made('werkzeug 3', 'scrypt:32768');
  const { stored: passlib } = made('passlib', '$pbkdf2-sha256$');
  const { stored: django } = made('django', 'pbkdf2_sha256$');
  const { stored: bcrypt } = made('bcrypt', '$2b$');

  it.each([
    ['nothing', ''],
    ['a password as it is', 'correct horse battery'],
    ['a hash of MD5', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['an unusable password of Django', '!kX9vN5xT0mK2bL7cW4yH9fJ3gD6sAp'],
    ['an unknown digest', werkzeug.replace('sha256', 'md5')],
    ['a key cut short', werkzeug.slice(0, -2)],
    ['no key', werkzeug.replace(/[0-9a-f]+$/, '')],
    ['a key of scrypt cut short', scrypt.slice(0, -2)],
    ['a key of passlib cut short', passlib.slice(0, -3)],
    ['a key of Django cut short', django.slice(0, -5)],
    ['bcrypt with a line after it', `${bcrypt}\n`],
    ['bcrypt cut short', bcrypt.slice(0, -1)],
    ['an unknown letter of bcrypt', bcrypt.replace('$2b', '$2x')],
    ['a salt with NUL', werkzeug.replace(/\$/, '$\0')],
  ])('knows no form for %s', (_, stored) => {
    expect(hashProblem(stored, options.peppers)).toMatch(/no form/);
  });

  it.each([
    [/too much/, bcrypt.replace('$04$', '$16$')],
    [/too much/, werkzeug.replace(':1000$', ':3000001$')],
    [/too much/, passlib.replace('$1000$', '$3000001$')],
    [/too much/, django.replace('$1000$', '$3000001$')],
    [/too much/, scrypt.replace('scrypt:32768:8:1', 'scrypt:524288:8:1')],
    [/too much/, scrypt.replace('scrypt:32768:8:1', 'scrypt:32768:8:9')],
    [/makes no sense/, scrypt.replace('scrypt:32768:8:1', 'scrypt:32767:8:1')],
    [/makes no sense/, scrypt.replace('scrypt:32768:8:1', 'scrypt:1:8:1')],
    [/makes no sense/, scrypt.replace('scrypt:32768:8:1', 'scrypt:32768:0:1')],
    [/makes no sense/, scrypt.replace('scrypt:32768:8:1', 'scrypt:65536:1:1')],
    [/makes no sense/, werkzeug.replace(':1000$', ':0$')],
    [/makes no sense/, bcrypt.replace('$04$', '$03$')],
    [/too much/, `v1$p1${bcrypt.replace('$04$', '$31$')}`],
    [/makes no sense/, `v1$p1${bcrypt.replace('$04$', '$03$')}`],
    [/needs the pepper "p2"/, `v1$p2${bcrypt}`],
  ])('says %s of %s', (words, stored) => {
    expect(hashProblem(stored, options.peppers)).toMatch(words);
  });

  it('takes what costs as much as is allowed, and our own', async () => {
    expect(hashProblem(scrypt.replace('32768:8:1', '32768:8:8'), options.peppers)).toBeUndefined();
    expect(hashProblem(werkzeug.replace(':1000$', ':3000000$'), options.peppers)).toBeUndefined();
    expect(hashProblem(scrypt.replace('32768:8:1', '32768:1:1'), options.peppers)).toBeUndefined();
    expect(hashProblem(await passwords.hash('x'), options.peppers)).toBeUndefined();
  });
});
