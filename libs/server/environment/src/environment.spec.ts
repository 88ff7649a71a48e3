import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidEnvironment, readEnvironment } from './index';
import { schema } from './schema';

const place = mkdtempSync(join(tmpdir(), 'latchkey-environment-'));
const folder = () => mkdtempSync(join(place, 'data-'));
afterAll(() => rmSync(place, { recursive: true }));
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://latchkey@db/latchkey',
  PUBLIC_URL: 'https://login.acme.test',
  JWT_SECRET: 'q8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp',
  PASSWORD_PEPPERS: 'p1:X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz',
};
const problemsOf = (source: Record<string, string>): string[] => {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    return (error as InvalidEnvironment).problems;
  }
};

describe('readEnvironment', () => {
  it('makes its own secrets in development, keeps them, and lets nobody else read them', () => {
    const DATA_FOLDER = folder();
    const first = readEnvironment({ DATA_FOLDER });
    const second = readEnvironment({ DATA_FOLDER });
    expect(first.jwtSecret.length).toBeGreaterThanOrEqual(32);
    expect(first.jwtSecret).not.toBe(first.peppers[0].secret);
    expect([second.jwtSecret, second.peppers]).toEqual([first.jwtSecret, first.peppers]);
    expect(statSync(join(DATA_FOLDER, 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('never replaces secrets that it cannot read, since passwords hang on them', () => {
    const DATA_FOLDER = folder();
    writeFileSync(join(DATA_FOLDER, 'secrets.json'), '{"JWT_SECRET": "cut of');
    expect(() => readEnvironment({ DATA_FOLDER })).toThrow(/secrets\.json cannot be used/);
  });

  it('takes an empty value as not set', () => {
    expect(readEnvironment({ DATA_FOLDER: folder(), PORT: '', DATABASE_URL: '' }).port).toBe(3000);
  });

  it('puts a password of any characters into the address of the database', () => {
    const { databaseUrl } = readEnvironment({ ...production, DATABASE_PASSWORD: 'p@ss:w/rd%' });
    expect(decodeURIComponent(new URL(databaseUrl as string).password)).toBe('p@ss:w/rd%');
  });

  it('names every wrong setting at once', () => {
    expect(problemsOf({ PORT: 'x', DATABASE_URL: 'mysql://db' })).toEqual([
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^DATABASE_URL: /),
    ]);
  });

  it('starts in production with real settings, closed where nothing was said', () => {
    expect(readEnvironment(production)).toMatchObject({ corsOrigins: [], apiDocs: false, host: '0.0.0.0' });
  });

  it.each([
    ['DATABASE_URL', ''],
    ['JWT_SECRET', ''],
    ['JWT_SECRET', 'short'],
    ['JWT_SECRET', 'change-me-change-me-change-me-change-me'],
    ['JWT_SECRET', 'X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz'],
    ['PASSWORD_PEPPERS', ''],
    ['PASSWORD_PEPPERS', 'p1:short'],
    ['PUBLIC_URL', ''],
    ['PUBLIC_URL', 'http://login.acme.test'],
    ['PASSWORD_COST', '10'],
    ['CORS_ORIGINS', '*'],
    ['DIALECT_PLAIN_HTTP', 'true'],
  ])('refuses production with %s=%s, and does not print the value', (name, value) => {
    const problems = problemsOf({ ...production, [name]: value });
    expect(problems).toEqual([expect.stringContaining(name)]);
    if (value.length > 6) expect(problems.join()).not.toContain(value);
  });

  it('serves every older client, or those that are named, or none', () => {
    const served = (DIALECTS: string) => readEnvironment({ DATA_FOLDER: folder(), DIALECTS }).dialects;
    expect(served('')).toEqual(['session-cookie', 'bearer', 'uid-cookie', 'praetorian']);
    expect(served('uid-cookie, 004')).toEqual(['uid-cookie', 'praetorian']);
    expect(served('none')).toEqual([]);
    expect(problemsOf({ DIALECTS: 'flask' })).toEqual([expect.stringMatching(/^DIALECTS.*session-cookie/)]);
  });

  it('has a line in .env.example for every variable, and no other', () => {
    const example = readFileSync(join(import.meta.dirname, '../../../../.env.example'), 'utf8');
    const listed = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(Object.keys(schema.shape).sort());
  });
});
