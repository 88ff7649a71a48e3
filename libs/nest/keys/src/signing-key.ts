import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject, type webcrypto } from 'node:crypto';
import { type AsymmetricAlgorithm, type KeyJwk, publicJwk, type PublicJwk } from './key-jwk';

/** A key as tokens are signed and checked with it. */
export interface SigningKey {
  /** Not set for the one symmetric key, whose tokens name none. */
  kid: string | undefined;
  algorithm: 'HS256' | AsymmetricAlgorithm;
  /** Not set where it only verifies. */
  signs: KeyObject | undefined;
  verifies: KeyObject;
  /** Signs from, and verifies until, these moments: seconds since 1970. */
  from: number;
  until: number;
  /** What /.well-known/jwks.json shows of it; nothing of a symmetric one. */
  published: PublicJwk | undefined;
}

export function symmetricKey(secret: string): SigningKey {
  const key = createSecretKey(secret, 'utf8');
  const always = { from: 0, until: Infinity };
  return { kid: undefined, algorithm: 'HS256', signs: key, verifies: key, ...always, published: undefined };
}

/** Newest first. Throws where a key's numbers do not fit together. */
export function asymmetricKeys(jwks: KeyJwk[]): SigningKey[] {
  return jwks.map(asymmetricKey).sort((one, other) => other.from - one.from);
}

function asymmetricKey(jwk: KeyJwk): SigningKey {
  return {
    kid: jwk.kid,
    algorithm: jwk.alg,
    signs: jwk.d === undefined ? undefined : createPrivateKey({ key: jwk as webcrypto.JsonWebKey, format: 'jwk' }),
    verifies: createPublicKey({ key: publicJwk(jwk) as webcrypto.JsonWebKey, format: 'jwk' }),
    from: jwk.nbf ?? jwk.iat,
    until: jwk.exp ?? Infinity,
    published: publicJwk(jwk),
  };
}
