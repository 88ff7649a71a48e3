import { type SigningKey } from '@latchkey/nest/keys';
import { type Pepper } from '@latchkey/nest/passwords';

/** What `LatchkeyModule` is told; what is not said has the default that stands beside it. */
export interface LatchkeyOptions {
  /** Origin under which people reach the API, such as https://api.example.com; https but on localhost. */
  publicUrl: string;
  /** At least 32 random characters; refresh tokens hang on it, and access tokens where there are no `keys`. Keep it: a new one signs everybody out. */
  secret: string;
  /** At least one `{ id, secret }`, newest first, 32 random characters a secret. Mixed into every password hash: without it no password can be checked. */
  peppers: readonly Pepper[];
  /** Keys that sign access tokens with ES256 or RS256; default: HS256 with `secret`. */
  keys?: readonly SigningKey[];
  /** `iss` of access tokens; default: `publicUrl`. */
  issuer?: string;
  /** Other `iss` that tokens may still say, for as long as those live that were issued under another address; default: none. */
  formerIssuers?: readonly string[];
  /** `aud` of access tokens; default: `publicUrl`. */
  audience?: string;
  /** Other origins whose pages may call the API with cookies; default: none. */
  allowedOrigins?: readonly string[];
  /** True: a 401 says which check failed. For development; default: false, and the log says it. */
  explains?: boolean;
  database?: {
    /** A connection of its own for LISTEN, where the DataSource goes through a pooler in transaction mode; default: as the DataSource connects. */
    directUrl?: string;
  };
  cookies?: {
    /** Where a browser keeps the access token: script (a bearer token), or an HttpOnly cookie. Default: header. */
    carrier?: 'header' | 'cookie';
    /** Default: true where `publicUrl` is https. */
    secure?: boolean;
    /** What the cookies' names begin with; default: `latchkey`, and `latchkey_3000` where `publicUrl` names port 3000, since all ports of a host share their cookies. */
    prefix?: string;
    /** `none` where the pages are on another site than the API, which needs `secure`; `lax` and `strict` where not. Default: strict. */
    sameSite?: 'strict' | 'lax' | 'none';
    /** A domain that the API's host is in, such as example.com: all its hosts get the cookies. Default: the API's host alone. */
    domain?: string;
  };
  tokens?: {
    /** Life of an access token, in seconds; default: 900. */
    seconds?: number;
  };
  sessions?: {
    /** Life of a session; default: 30. */
    days?: number;
    /** A session not used for so many days is over; default: 14. */
    idleDays?: number;
    /** Days for which a session that is over stays in the database; default: 30. */
    keepDays?: number;
    /** Live sessions an account may have; where another is opened, the oldest ends; default: 100. */
    perUser?: number;
    /** Sessions a process remembers so as not to ask the database, for 60 s at most; default: 20,000. */
    cacheSize?: number;
  };
  passwords?: {
    /** bcrypt cost of new hashes; default: 12. */
    cost?: number;
    /** Threads that hash; default: one a core. */
    threads?: number;
    /** Passwords that may wait for a thread before 503 is the answer; default: 8 a thread. */
    queue?: number;
  };
}
