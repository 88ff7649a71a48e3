import { type Hint } from '@latchkey/contract';
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
export function checkedClaims(token: VerifiedToken): AccessClaims {
  const hint = typeHint(token) ?? timeHint('iat', token) ?? timeHint('nbf', token) ?? claimHint(token);
  if (hint) throw new TokenInvalid(hint);
  const { sub, sid, gen, exp } = token.payload as unknown as AccessClaims;
  return { sub, sid, gen, exp };
}

function typeHint({ header: { typ } }: VerifiedToken): Hint | undefined {
  if (typ === ACCESS_TOKEN_TYPE) return undefined;
  const advice = 'Send an access token, no other kind of token.';
  return { check: 'typ', expected: ACCESS_TOKEN_TYPE, found: quoted(typ), advice };
}

function timeHint(claim: 'iat' | 'nbf', { payload }: VerifiedToken): Hint | undefined {
  const now = Math.floor(Date.now() / 1000);
  const { [claim]: moment = claim === 'nbf' ? payload['iat'] : undefined } = payload;
  if (typeof moment === 'number' && moment <= now + CLOCK_TOLERANCE) return undefined;
  return {
    check: claim,
    expected: `at most ${CLOCK_TOLERANCE} s after ${timeOf(now)}, this server's clock`,
    found: typeof moment === 'number' ? timeOf(moment) : quoted(moment),
    ...(typeof moment === 'number' && { clock_skew_seconds: Math.round(moment - now) }),
    advice: 'Set the clocks of the machines that issue and check tokens by NTP.',
  };
}

function claimHint({ payload: { sub, sid, gen, exp } }: VerifiedToken): Hint | undefined {
  const claims = { exp: typeof exp === 'number', sub: isUuid(sub), sid: isUuid(sid), gen: Number.isSafeInteger(gen) };
  const wrong = Object.entries(claims).find(([, isGood]) => !isGood)?.[0];
  if (!wrong) return undefined;
  const found = quoted({ sub, sid, gen, exp }[wrong]);
  return { check: wrong, expected: 'a claim as this server issues it', found, advice: 'Send the token as it came.' };
}

/** What a token says, for a hint: short, on one line. */
export const quoted = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : String(JSON.stringify(value))
        .replaceAll(/[^\x20-\x7e]/g, '?')
        .slice(0, 100);

/** `2026-11-21T07:00:00Z`, of seconds since 1970. */
export const timeOf = (seconds: number): string =>
  Math.abs(seconds) < 8e12 ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : quoted(seconds);
