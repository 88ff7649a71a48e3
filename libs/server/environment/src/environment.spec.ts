import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
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
    ['JWT_SECRET', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['JWT_SECRET', 'abababababababababababababababababababab'],
    ['JWT_SECRET', 'Xk29Xk29Xk29Xk29Xk29Xk29Xk29Xk29Xk29Xk29'],
    ['JWT_SECRET', 'abcdefghijklmnopqrstuvwxyz0123456789'],
    ['JWT_SECRET', '1234567890123456789012345678901234567890'],
    ['JWT_SECRET', 'qwertyuiopasdfghjklzxcvbnm1234567890'],
    ['JWT_SECRET', 'x0Aw8mE5rT2yU7iO4pL9kJ1hG6fD3sQz'.toUpperCase()],
    ['PASSWORD_PEPPERS', 'p1:ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ'],
    ['PASSWORD_PEPPERS', 'p2:Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!'],
    ['METRICS_TOKEN', 'aaaaaaaaaaaaaaaaaaaa'],
    ['METRICS_TOKEN', '1234567890123456'],
    ['METRICS_TOKEN', production.JWT_SECRET],
    ['DATABASE_PASSWORD', production.JWT_SECRET],
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

  it('takes any secret that was made at random, in any writing', () => {
    for (let round = 0; round < 500; round += 1) {
      const [JWT_SECRET, pepper] = [randomBytes(16).toString('hex'), randomBytes(32).toString('base64url')];
      const METRICS_TOKEN = randomBytes(8).toString('hex');
      expect(problemsOf({ ...production, JWT_SECRET, PASSWORD_PEPPERS: `p1:${pepper}`, METRICS_TOKEN })).toEqual([]);
    }
  });

  it('lets no secret be the password in the address of the database too', () => {
    const DATABASE_URL = `postgres://latchkey:${production.JWT_SECRET}@db/latchkey`;
    expect(problemsOf({ ...production, DATABASE_URL })).toEqual([expect.stringContaining('JWT_SECRET and DATABASE')]);
  });

  it.each([
    ['https://login.acme.test/', 'https://login.acme.test'],
    ['HTTPS://Login.Acme.test:443', 'https://login.acme.test'],
    ['https://bücher.test:8443', 'https://xn--bcher-kva.test:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('spells PUBLIC_URL=%s as a browser does', (PUBLIC_URL, spelt) => {
    expect(readEnvironment({ ...production, PUBLIC_URL }).publicUrl).toBe(spelt);
  });

  it.each([
    ['login.acme.test', /scheme and a host/],
    ['ftp://login.acme.test', /scheme and a host/],
    ['https://', /scheme and a host/],
    ['https:/login.acme.test', /scheme and a host/],
    ['https://acme.test/sso', /host of its own/],
    ['https://acme.test//', /host of its own/],
    ['https://ada:hunter2@acme.test', /user or a password/],
    ['https://acme.test?x=1', /behind the host/],
    ['https://acme.test/?', /behind the host/],
    ['https://acme.test#top', /behind the host/],
  ])('refuses PUBLIC_URL=%s and says the mend, in development too', (PUBLIC_URL, mend) => {
    const problems = problemsOf({ DATA_FOLDER: folder(), PUBLIC_URL });
    expect(problems).toEqual([expect.stringMatching(/^PUBLIC_URL: .*https:\/\/login\.example\.com/)]);
    expect(problems[0]).toMatch(mend);
    expect(problems[0]).not.toContain('hunter2');
  });

  it.each([
    ['https://app.acme.test/', 'https://app.acme.test'],
    ['HTTPS://App.Acme.test', 'https://app.acme.test'],
    ['https://app.acme.test:443', 'https://app.acme.test'],
    ['http://app.acme.test:80/, https://b.acme.test:8443', 'http://app.acme.test', 'https://b.acme.test:8443'],
    ['https://bücher.test', 'https://xn--bcher-kva.test'],
    ['capacitor://localhost', 'capacitor://localhost'],
  ])('spells CORS_ORIGINS=%s as a browser does', (CORS_ORIGINS, ...spelt) => {
    expect(readEnvironment({ ...production, CORS_ORIGINS }).corsOrigins).toEqual(spelt);
  });

  it.each([
    ['*', /exact origins/],
    ['app.acme.test', /without a scheme/],
    ['localhost:4200', /without a scheme/],
    ['https://*.acme.test', /no wildcards/],
    ['https://app.acme.test/login', /with a path/],
    ['https://app.acme.test?x=1', /with a path/],
    ['https://ada@app.acme.test', /no user/],
    ['https://app.acme.test:port', /no address/],
  ])('refuses CORS_ORIGINS=%s, which no origin ever matches', (CORS_ORIGINS, mend) => {
    expect(problemsOf({ CORS_ORIGINS })).toEqual([expect.stringMatching(/^CORS_ORIGINS/)]);
    expect(problemsOf({ CORS_ORIGINS })[0]).toMatch(mend);
  });

  it.each([
    ['postgres://ada:p@hunter2/x@db/latchkey', /must be encoded/],
    ['postgres://ada:12#hunter2@db/latchkey', /must be encoded/],
    ['postgres://ada:12?hunter2@db/latchkey', /must be encoded/],
    ['postgres://ada:hunter2/x/y', /needs postgres:/],
    ['postgres://ada:hunter2%@db/latchkey', /must be written %25/],
    ['postgres://ada:hunter2%e0@db/latchkey', /must be written %25/],
    ['postgres://db/latchkey?sslmode=on', /sslmode must be one of/],
    ['postgres://db/latchkey?sslmode=verify-full&sslrootcert=/nowhere/ca.crt', /sslrootcert.*ENOENT/],
  ])('refuses DATABASE_URL=%s and quotes nothing of it', (address, mend) => {
    for (const name of ['DATABASE_URL', 'DATABASE_DIRECT_URL']) {
      const problems = problemsOf({ [name]: address });
      expect(problems).toEqual([expect.stringMatching(mend)]);
      expect(problems[0]).toMatch(new RegExp(`^${name}: `));
      expect(problems[0]).not.toMatch(/hunter2|nowhere/);
    }
  });

  it.each([
    [{ DATABASE_UR: 'x' }, /^DATABASE_UR .*Did you mean DATABASE_URL\?/],
    [{ CORS_ORIGIN: 'x' }, /Did you mean CORS_ORIGINS\?/],
    [{ JWT_SECRETS: 'x' }, /Did you mean JWT_SECRET\?/],
    [{ LATCHKEY_PORT: '1' }, /Did you mean PORT\?/],
    [{ database_url: 'x' }, /Did you mean DATABASE_URL\?/],
    [{ DATABASE_HOST: 'x' }, /^DATABASE_HOST is no setting/],
    [{ JWT_ISSUER: '"acme"' }, /^JWT_ISSUER has quotes/],
    [{ DIALECTS: 'none', DIALECT_PASSWORD_MIN: '6' }, /^DIALECT_PASSWORD_MIN does nothing/],
    [{ SESSION_DAYS: '7', SESSION_IDLE_DAYS: '14' }, /^SESSION_IDLE_DAYS is more/],
    [{ DATABASE_URL: 'postgres://ada:x@db/y', DATABASE_PASSWORD: 'y' }, /gives way to DATABASE_PASSWORD/],
    [{ DATABASE_URL: 'postgres://db/y?schema=public' }, /"schema" behind the question mark is not read/],
    [{ DATABASE_URL: '', DATABASE_PASSWORD: 'y' }, /^DATABASE_PASSWORD does nothing without DATABASE_URL/],
    [{ DATABASE_URL: '', DATABASE_DIRECT_URL: 'postgres://db/y' }, /^DATABASE_DIRECT_URL does nothing/],
  ])('tells of %j, which has no effect', (given, words) => {
    const settings = { ...production, NODE_ENV: 'test', PASSWORD_COST: '4', ...given } as Record<string, string>;
    expect(readEnvironment(settings).warnings).toEqual([expect.stringMatching(words)]);
  });

  it('says nothing of names that are others’, nor of .env.example as it is', () => {
    const others = {
      HOME: '/',
      HOSTNAME: 'x',
      PATH: 'x',
      SESSION_MANAGER: 'x',
      DATABASE_PORT_5432_TCP: 'x',
      USER: 'x',
    };
    const example = parseEnv(readFileSync(join(import.meta.dirname, '../../../../.env.example'), 'utf8'));
    const DATA_FOLDER = folder();
    expect(readEnvironment({ ...example, PASSWORD_PEPPERS: '', DATA_FOLDER, ...others }).warnings).toEqual([]);
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
