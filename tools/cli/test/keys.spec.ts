import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, latchkey } from './command-line';
import { emptyDatabase } from './database';
import { startServer } from './server';

const fileIn = (folder: string) => join(folder, 'keys.json');
const keysIn = (folder: string) =>
  (JSON.parse(readFileSync(fileIn(folder), 'utf8')) as { keys: { kid: string; nbf: number; exp?: number }[] }).keys;

describe('keys', () => {
  it.each(['ES256', 'RS256'])('makes a key for %s that a server starts with and publishes', async (alg) => {
    const folder = emptyFolder();
    const { env } = await emptyDatabase();
    const made = await latchkey(['keys', 'new', '--alg', alg], env, '', folder);
    expect(made).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Start the server with') });
    expect(statSync(fileIn(folder)).mode & 0o077).toBe(0);
    const server = await startServer({ ...env, JWT_KEYS_FILE: fileIn(folder) });
    const { keys } = (await (await fetch(`${server.url}/.well-known/jwks.json`)).json()) as { keys: object[] };
    expect(keys).toEqual([expect.objectContaining({ alg, kid: keysIn(folder)[0]?.kid })]);
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it('has a later key wait for an hour, and the one before it check for a month after that', async () => {
    const folder = emptyFolder();
    await latchkey(['keys', 'new'], {}, '', folder);
    const { out } = await latchkey(['keys', 'new'], {}, '', folder);
    expect(out).toMatch(/signs from .* UTC: restart every replica before\. .* 31 days/);
    const [added, old] = keysIn(folder);
    const now = Date.now() / 1000;
    expect(Math.abs((added?.nbf ?? 0) - now - 3600)).toBeLessThan(60);
    expect(old?.exp).toBe((added?.nbf ?? 0) + 31 * 24 * 3600);
    const listed = await latchkey(['keys', 'list'], { JWT_KEYS_FILE: fileIn(folder) });
    expect(listed.out).toMatch(new RegExp(`${added?.kid} +ES256 +waits[^\\n]+no end\\n${old?.kid} +ES256 +signs`));
  });

  it('retires a key at once, but never the last that signs', async () => {
    const folder = emptyFolder();
    await latchkey(['keys', 'new'], {}, '', folder);
    const [first] = keysIn(folder);
    const refused = await latchkey(['keys', 'retire', String(first?.kid)], {}, '', folder);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('No other key signs now')]);
    await latchkey(['keys', 'new', '--in', '0'], {}, '', folder);
    expect((await latchkey(['keys', 'retire', String(first?.kid)], {}, '', folder)).code).toBe(0);
    expect((await latchkey(['keys', 'list'], {}, '', folder)).out).toMatch(/ signs .*\n.* retired /);
  });

  it('takes an empty JWT_KEYS_FILE for none, as the server does', async () => {
    const folder = emptyFolder();
    expect((await latchkey(['keys', 'new'], { JWT_KEYS_FILE: '' }, '', folder)).code).toBe(0);
    expect(keysIn(folder)).toHaveLength(1);
  });

  it.each([
    [['keys', 'new', '--alg', 'HS256'], 2, /--alg is ES256 or RS256/],
    [['keys', 'new', '--in', 'soon'], 2, /--in needs a whole number, not "soon"/],
    [['keys', 'forget'], 2, /Say "keys new"/],
    [['keys', 'list'], 1, /There is no .*keys\.json/],
    [['keys'], 2, /Usage: npm run latchkey -- keys/],
  ])('answers %j in a line', async (words, code, said) => {
    const outcome = await latchkey(words, {});
    expect([outcome.code, outcome.out]).toEqual([code, '']);
    expect(outcome.err).toMatch(said);
    expect(outcome.err).not.toMatch(/\n +at /);
  });

  it('leaves a file alone that it cannot read', async () => {
    const folder = emptyFolder();
    writeFileSync(fileIn(folder), '{"keys": [{"kty": "oct"}]}');
    const outcome = await latchkey(['keys', 'new'], {}, '', folder);
    expect([outcome.code, outcome.err]).toEqual([1, expect.stringContaining('is not a set of keys')]);
    expect(readFileSync(fileIn(folder), 'utf8')).toContain('oct');
  });
});
