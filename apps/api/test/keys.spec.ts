import { jest } from '@jest/globals';
import { addKey, type AsymmetricAlgorithm, type KeyJwk, makeKey, writeKeyFile } from '@latchkey/nest/keys';
import { createHmac, createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { SECRET, TestApi } from './start-api';

const now = () => Math.floor(Date.now() / 1000);
const folder = mkdtempSync(join(tmpdir(), 'latchkey-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const started = (keys: KeyJwk[], settings: Record<string, string> = {}) => {
  const file = join(mkdtempSync(join(folder, 'a-')), 'keys.json');
  writeKeyFile(file, keys);
  return TestApi.start({ JWT_KEYS_FILE: file, ...settings });
};
const headOf = (token: string) => jwt.decode(token, { complete: true })?.header;
interface PublicKey {
  kid: string;
  x?: string;
}
const keysOf = async (api: TestApi) => (await api.get('/.well-known/jwks.json')).body['keys'] as PublicKey[];

describe.each<AsymmetricAlgorithm>(['ES256', 'RS256'])('access tokens signed with %s', (alg) => {
  let api: TestApi;
  const key = makeKey(alg, { now: now() });
  beforeAll(async () => (api = await started([key])));

  it('are taken here, and can be checked elsewhere with the published key', async () => {
    const { token } = await api.newcomer();
    expect(headOf(token)).toEqual({ alg, typ: 'at+jwt', kid: key.kid });
    expect((await api.get('/auth/status', token)).status).toBe(200);
    const [published] = await keysOf(api);
    const verifies = createPublicKey({ key: published as never, format: 'jwk' });
    expect(jwt.verify(token, verifies as never, { algorithms: [alg] })).toMatchObject({
      iss: 'http://localhost:3000',
    });
  });

  it('name an issuer whose metadata says where that key is (RFC 8414)', async () => {
    const { iss } = jwt.decode((await api.newcomer()).token) as jwt.JwtPayload;
    const { status, body } = await api.get('/.well-known/oauth-authorization-server');
    expect([status, body]).toEqual([
      200,
      { issuer: iss, jwks_uri: `${iss}/.well-known/jwks.json`, response_types_supported: [] },
    ]);
  });

  it('have their keys at this server, whatever host a request names', async () => {
    const path = 'http://evil.test/.well-known/oauth-authorization-server';
    const [answer] = (await once(request(api.url, { path }).end(), 'response')) as [IncomingMessage];
    expect(await json(answer)).toMatchObject({ jwks_uri: 'http://localhost:3000/.well-known/jwks.json' });
  });

  it('are not taken where they were signed with the secret, or with the public key as one', async () => {
    const { token } = await api.newcomer();
    const claims = jwt.decode(token) as object;
    const header = { alg: 'HS256', typ: 'at+jwt' } as const;
    const pem = createPublicKey({ key: key as never, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
    for (const [secret, kid] of [
      [SECRET, undefined],
      [SECRET, key.kid],
      [pem, key.kid],
    ] as const) {
      const forged = byHand({ ...header, ...(kid && { kid }) }, claims, secret);
      expect((await api.get('/auth/status', forged)).body).toMatchObject({ code: 'token_invalid' });
    }
  });

  it('are not taken with a key that the token brings along', async () => {
    const { token } = await api.newcomer();
    const own = makeKey(alg, { now: now() });
    const header = { alg, typ: 'at+jwt', kid: key.kid, jwk: own, jku: 'https://evil.test/jwks.json', x5u: 'x' };
    const { createPrivateKey } = await import('node:crypto');
    const signs = createPrivateKey({ key: own as never, format: 'jwk' });
    const forged = jwt.sign(jwt.decode(token) as object, signs as never, { algorithm: alg, header: header as never });
    expect((await api.get('/auth/status', forged)).body).toMatchObject({ code: 'token_invalid' });
  });

  it('live on through refresh', async () => {
    const { body } = await api.post(
      '/auth/register',
      { email: `${crypto.randomUUID()}@example.com`, password: 'correct horse battery' },
      { 'x-refresh': 'body' },
    );
    const refreshed = await api.post('/auth/refresh', { refresh_token: body['refresh_token'] });
    expect(headOf(refreshed.body.auth_token)).toMatchObject({ kid: key.kid });
  });
});

describe('several keys', () => {
  const old = makeKey('RS256', { now: now() - 100 });

  it('sign with the newest and check with all; a retired one is neither published nor taken, remembered or not', async () => {
    const before = await started([old]);
    // The old key retires in a minute.
    const added = makeKey('ES256', { now: now() - 50 });
    const { token } = await before.newcomer();
    const both = addKey([old], added, 110);
    const after = await started(both, { DATABASE_URL: before.database.url });
    expect((await after.get('/auth/status', token)).status).toBe(200);
    expect(headOf((await after.newcomer()).token)).toMatchObject({ alg: 'ES256', kid: added.kid });
    expect((await keysOf(after)).map(({ kid }) => kid)).toEqual([added.kid, old.kid]);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 70_000);
    const late = await after.get('/auth/status', token);
    expect(late.body).toMatchObject({ code: 'token_invalid', hint: { check: 'alg and kid' } });
    expect((await keysOf(after)).map(({ kid }) => kid)).toEqual([added.kid]);
    clock.mockRestore();
  });

  it('publish a key before it signs', async () => {
    const coming = makeKey('ES256', { now: now(), from: now() + 3600 });
    const api = await started([old, coming]);
    expect((await keysOf(api)).map(({ kid }) => kid)).toEqual([coming.kid, old.kid]);
    expect(headOf((await api.newcomer()).token)).toMatchObject({ kid: old.kid });
  });
});

it('a secret is never published', async () => {
  const api = await TestApi.start();
  expect(await keysOf(api)).toEqual([]);
  const { body } = await api.get('/.well-known/oauth-authorization-server');
  expect(body).toEqual({ issuer: 'http://localhost:3000', response_types_supported: [] });
});

/** A token put together without a library, which would refuse to confuse the algorithms. */
function byHand(header: object, claims: object, secret: string | Buffer): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
