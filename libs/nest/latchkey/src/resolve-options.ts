import { type DatabaseOptions } from '@latchkey/nest/database';
import { type HttpOptions } from '@latchkey/nest/http';
import { symmetricKey } from '@latchkey/nest/keys';
import { type PasswordOptions, type Pepper } from '@latchkey/nest/passwords';
import { type CookieOptions, type SessionOptions, type TokenOptions } from '@latchkey/nest/sessions';
import { availableParallelism } from 'node:os';
import { checkOptions } from './check-options';
import { type LatchkeyOptions } from './latchkey-options';

const QUEUE_A_THREAD = 8;

/** The options of each library, complete. */
export interface ResolvedOptions {
  database: DatabaseOptions;
  http: HttpOptions;
  passwords: PasswordOptions;
  tokens: TokenOptions;
  sessions: SessionOptions;
  cookies: CookieOptions;
}

/** Checks the options and fills in the defaults. Throws InvalidOptions. */
export function resolveOptions(options: LatchkeyOptions, authPath = 'auth'): ResolvedOptions {
  checkOptions(options);
  const { publicUrl, secret, peppers, allowedOrigins = [], explains = false } = options;
  const { issuer = publicUrl, formerIssuers = [], audience = publicUrl, keys = [symmetricKey(secret)] } = options;
  const { threads = availableParallelism() } = options.passwords ?? {};
  return {
    database: { directUrl: options.database?.directUrl },
    http: { publicUrl, allowedOrigins, explains, authPath },
    tokens: { secret, signingKeys: keys, issuer, formerIssuers, audience, seconds: 900, ...options.tokens },
    sessions: { days: 30, idleDays: 14, keepDays: 30, perUser: 100, cacheSize: 20_000, ...options.sessions },
    passwords: {
      peppers: peppers as [Pepper, ...Pepper[]],
      cost: 12,
      queue: threads * QUEUE_A_THREAD,
      ...options.passwords,
      threads,
    },
    cookies: {
      carrier: 'header',
      secure: publicUrl.startsWith('https:'),
      sameSite: 'strict',
      prefix: cookiePrefix(publicUrl),
      ...options.cookies,
    },
  };
}

/** Cookies are a host's, whatever the port (RFC 6265 §8.5): two programs on one host would take each other's. */
const cookiePrefix = (publicUrl: string): string => ['latchkey', new URL(publicUrl).port].filter(Boolean).join('_');
