import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type AsymmetricAlgorithm, keyJwk, type KeyJwk } from './key-jwk';

interface Times {
  /** Seconds since 1970. */
  now: number;
  /** When it begins to sign; until then it is published, so that every verifier knows it in time. */
  from?: number;
}

/** A new key with a random `kid`: P-256 for ES256, 3072 bits (NIST SP 800-57 until 2030 and after) for RS256. */
export function makeKey(alg: AsymmetricAlgorithm, { now, from = now }: Times): KeyJwk {
  const { privateKey } =
    alg === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 3072 });
  const kid = randomBytes(9).toString('base64url');
  return keyJwk.parse({ ...privateKey.export({ format: 'jwk' }), kid, alg, use: 'sig', iat: now, nbf: from });
}

/**
 * The keys with a new one. Those before it are retired `overlap` seconds after it begins to sign, when the last token that
 * they signed has expired; one that retires earlier already keeps its date.
 */
export function addKey(keys: KeyJwk[], added: KeyJwk, overlap: number): KeyJwk[] {
  const end = (added.nbf ?? added.iat) + overlap;
  return [added, ...keys.map((key) => ({ ...key, exp: Math.min(key.exp ?? end, end) }))];
}
