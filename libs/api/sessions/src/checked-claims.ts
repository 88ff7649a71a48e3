import { validate as isUuid } from 'uuid';
import { ACCESS_TOKEN_TYPE } from './access-tokens';
import { TokenInvalid } from './token-failures';

/** Seconds by which another machine's clock may be ahead. Past `exp` there is no tolerance. */
const CLOCK_TOLERANCE = 30;

/** A token whose signature, algorithm, issuer, audience and expiry have been verified. */
export interface VerifiedToken {
  header: { typ?: unknown };
  payload: Record<string, unknown>;
}

export interface AccessClaims {
  sub: string;
  sid: string;
  /** Generation of the refresh token it came with. */
  gen: number;
  /** Seconds since 1970. */
  exp: number;
}

/** Asks for what passport-jwt does not: the type, and that `exp`, `iat`, `sub` and `sid` are there. Throws TokenInvalid. */
export function checkedClaims({ header, payload }: VerifiedToken): AccessClaims {
  const { sub, sid, gen, exp, iat, nbf = iat } = payload;
  const latest = Date.now() / 1000 + CLOCK_TOLERANCE;
  const isPast = (moment: unknown) => typeof moment === 'number' && moment <= latest;
  if (header.typ !== ACCESS_TOKEN_TYPE || typeof exp !== 'number' || !isPast(iat) || !isPast(nbf))
    throw new TokenInvalid();
  if (!isUuid(sub) || !isUuid(sid) || !Number.isSafeInteger(gen)) throw new TokenInvalid();
  return { sub: sub as string, sid: sid as string, gen: gen as number, exp };
}
