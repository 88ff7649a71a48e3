import jwt from 'jsonwebtoken';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addKey, asymmetricKeys, makeKey, publicJwk, readKeyFile, writeKeyFile } from './index';

const NOW = 1_800_000_000;
const folder = mkdtempSync(join(tmpdir(), 'latchkey-keys-'));
const place = () => join(mkdtempSync(join(folder, 'a-')), 'keys.json');
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['ES256', 'RS256'] as const)('a key for %s', (alg) => {
  it('signs what its public half verifies, after a stay in its file', () => {
    const path = place();
    writeKeyFile(path, [makeKey(alg, { now: NOW })]);
    expect(statSync(path).mode & 0o077).toBe(0);
    const [key] = asymmetricKeys(readKeyFile(path));
    const token = jwt.sign({ sub: 'ada' }, key?.signs as never, { algorithm: alg });
    expect(jwt.verify(token, key?.verifies as never, { algorithms: [alg] })).toMatchObject({ sub: 'ada' });
  });

  it('shows nothing of its private part', () => {
    const key = makeKey(alg, { now: NOW });
    const shown = JSON.stringify(publicJwk(key));
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const) {
      const value = (key as Record<string, unknown>)[secret];
      expect([secret, typeof value === 'string' && shown.includes(value)]).toEqual([secret, false]);
    }
    expect(publicJwk(key)).toMatchObject({ kid: key.kid, alg, use: 'sig' });
  });
});

describe('a second key', () => {
  const old = makeKey('ES256', { now: NOW });
  const added = makeKey('ES256', { now: NOW + 10, from: NOW + 100 });

  it('is the newest once it signs, and lets the one before it live out its tokens', () => {
    const keys = addKey([old], added, 900);
    expect(asymmetricKeys(keys).map(({ kid, from, until }) => [kid, from, until])).toEqual([
      [added.kid, NOW + 100, Infinity],
      [old.kid, NOW, NOW + 1000],
    ]);
  });

  it('does not prolong a key that retires earlier', () => {
    expect(addKey([{ ...old, exp: NOW + 5 }], added, 900)[1]?.exp).toBe(NOW + 5);
  });
});

describe('a file of keys', () => {
  const key = makeKey('ES256', { now: NOW });
  const written = (content: unknown) => {
    const path = place();
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return () => readKeyFile(path);
  };

  it.each([
    ['nothing', '', /is not JSON/],
    ['no keys', { keys: [] }, /has no keys/],
    ['a symmetric key', { keys: [{ kty: 'oct', alg: 'HS256', kid: 'a', k: 'c2VjcmV0', iat: 1 }] }, /keys\.0/],
    ['a small RSA key', { keys: [{ ...key, alg: 'RS256', kty: 'RSA', n: 'abc', e: 'AQAB' }] }, /2048 bits/],
    ['one kid twice', { keys: [key, { ...makeKey('ES256', { now: NOW }), kid: key.kid }] }, /two keys of one kid/],
    ['a key without a kid', { keys: [{ ...key, kid: undefined }] }, /kid/],
  ])('is refused with %s, without a word of its secrets', (_, content, words) => {
    const read = written(content);
    expect(read).toThrow(words);
    expect(() => read()).not.toThrow(new RegExp(key.d as string));
  });

  it('that is not there is named', () => {
    expect(() => readKeyFile('/nowhere/keys.json')).toThrow('/nowhere/keys.json cannot be read (ENOENT).');
  });

  it('keeps what a later key says', () => {
    const path = place();
    writeKeyFile(path, [key]);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ keys: [key] });
  });
});
