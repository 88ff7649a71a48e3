import { z } from 'zod';

const part = z.string().regex(/^[\w-]+$/);
const seconds = z.int().nonnegative();
const named = {
  kid: z.string().regex(/^[\w-]{1,64}$/, 'kid needs letters, digits, - and _'),
  use: z.literal('sig').default('sig'),
  /** When it was made, from when it signs, until when it verifies: seconds since 1970 (OpenID Federation 1.0 §8.7.2). */
  iat: seconds,
  nbf: seconds.optional(),
  exp: seconds.optional(),
};

/** A private JSON Web Key (RFC 7517) on P-256, or RSA. Without its private part it verifies and does not sign. */
export const keyJwk = z.discriminatedUnion('alg', [
  z.object({
    ...named,
    alg: z.literal('ES256'),
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: part,
    y: part,
    d: part.optional(),
  }),
  z.object({
    ...named,
    alg: z.literal('RS256'),
    kty: z.literal('RSA'),
    n: part.min(342, 'an RSA key needs 2048 bits or more'),
    e: part,
    ...{ d: part.optional(), p: part.optional(), q: part.optional() },
    ...{ dp: part.optional(), dq: part.optional(), qi: part.optional() },
  }),
]);
export type KeyJwk = z.infer<typeof keyJwk>;
export type AsymmetricAlgorithm = KeyJwk['alg'];

/** What everybody may know of a key. */
export type PublicJwk = Omit<KeyJwk, 'd' | 'p' | 'q' | 'dp' | 'dq' | 'qi'>;

/** The key without its private part: every field named here, none by accident. */
export function publicJwk(key: KeyJwk): PublicJwk {
  const { kid, use, alg, kty } = key;
  const half = key.alg === 'ES256' ? { crv: key.crv, x: key.x, y: key.y } : { n: key.n, e: key.e };
  const times = { ...(key.nbf !== undefined && { nbf: key.nbf }), ...(key.exp !== undefined && { exp: key.exp }) };
  return { kid, use, alg, kty, ...half, iat: key.iat, ...times } as PublicJwk;
}
