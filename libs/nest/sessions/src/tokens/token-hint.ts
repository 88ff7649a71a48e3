import { type Hint } from '@latchkey/contract';
import { quoted, timeOf } from './checked-claims';
import { type KeyRing, type UnverifiedToken } from './key-ring';

/** What a good token has. */
export interface Expected {
  issuer: string;
  audience: string;
  keys: KeyRing;
}

/** Which check a token failed, that the library refused with `reason`. What the token says is quoted and never believed. */
export function hintOf(token: string, reason: string | undefined, expected: Expected): Hint {
  const decoded = expected.keys.decode(token);
  if (!decoded) return { check: 'form', expected: 'a JSON Web Token', found: 'something else', advice: AS_IT_CAME };
  const { header, payload } = decoded;
  if (reason === 'jwt expired') return expiryHint(payload['exp'] as number);
  if (!expected.keys.find(token)) return keyHint(header, expected);
  if (reason?.startsWith('jwt audience')) return nameHint('aud', 'JWT_AUDIENCE', expected.audience, payload['aud']);
  if (reason?.startsWith('jwt issuer'))
    return nameHint('iss', 'JWT_ISSUER, or where it is not set PUBLIC_URL', expected.issuer, payload['iss']);
  return {
    check: 'signature',
    expected: 'one made with the key of this server',
    found: 'another one',
    advice: `${AS_IT_CAME} Replicas need the same JWT_SECRET, or the same JWT_KEYS_FILE.`,
  };
}

const AS_IT_CAME = 'Send the token as it came, unaltered.';

function expiryHint(exp: number): Hint {
  const now = Math.floor(Date.now() / 1000);
  return {
    check: 'exp',
    expected: `later than ${timeOf(now)}, this server's clock`,
    found: timeOf(exp),
    clock_skew_seconds: Math.round(exp - now),
    advice: 'Exchange the refresh token at POST /auth/refresh. ACCESS_TOKEN_MINUTES sets how long a token lives.',
  };
}

function keyHint({ alg, kid }: UnverifiedToken['header'], { keys }: Expected): Hint {
  return {
    check: 'alg and kid',
    expected: keys.described(),
    found: `${quoted(alg)} ${kid === undefined ? 'without kid' : `with kid ${quoted(kid)}`}`,
    advice: 'Log in again: the token was signed elsewhere, or with a key that is retired.',
  };
}

function nameHint(check: string, setting: string, expected: string, found: unknown): Hint {
  const advice = `Send a token of this server's; whoever issues and whoever checks need the same ${setting}.`;
  return { check, expected: quoted(expected), found: quoted(found), advice };
}
