import { type SigningKey } from '@latchkey/nest/keys';

/** How tokens are made and checked. */
export abstract class TokenOptions {
  /** Refresh tokens hang on it. */
  abstract readonly secret: string;
  /** Access tokens: the newest that signs now signs, all verify; symmetric or asymmetric, never both (ASVS 9.1.2). */
  abstract readonly signingKeys: readonly SigningKey[];
  abstract readonly issuer: string;
  /** Other `iss` that a token may still say. */
  abstract readonly formerIssuers: readonly string[];
  abstract readonly audience: string;
  /** Life of an access token, in seconds. */
  abstract readonly seconds: number;
}

/** Every `iss` that a token of ours may say. */
export const issuersOf = ({ issuer, formerIssuers }: TokenOptions): [string, ...string[]] => [issuer, ...formerIssuers];

/** How long sessions last, and are remembered. */
export abstract class SessionOptions {
  abstract readonly days: number;
  /** Days without a refresh after which a session is over. */
  abstract readonly idleDays: number;
  /** Days for which a session that is over stays in the database. */
  abstract readonly keepDays: number;
  /** Live sessions an account may have; where another is opened, the oldest ends. */
  abstract readonly perUser: number;
  /** Sessions that a process remembers, for 60 s at most. */
  abstract readonly cacheSize: number;
}

/** Which routes are closed to strangers. */
export abstract class RouteOptions {
  /** False: all but those that say `@Public()`. True: Latchkey's own, and those with a guard of their own. */
  abstract readonly areOpen: boolean;
  /** Latchkey's controllers. */
  abstract readonly own: ReadonlySet<unknown>;
}

/** How a browser carries its tokens. */
export abstract class CookieOptions {
  /** The access token as a bearer token that script keeps, or in an HttpOnly cookie. */
  abstract readonly carrier: 'header' | 'cookie';
  abstract readonly secure: boolean;
  /** What the names of our cookies begin with, after `__Host-` or `__Secure-`. */
  abstract readonly prefix: string;
  /** `none` lets pages of another site send them; the origin of every such call is looked at. */
  abstract readonly sameSite: 'strict' | 'lax' | 'none';
  /** The domain whose hosts all get them; without it this host alone. */
  abstract readonly domain?: string;
}
