import { type SigningKey, symmetricKey } from '@latchkey/nest/keys';
import { resolve } from 'node:path';
import { makeDataFolder } from './data-folder';
import { InvalidEnvironment } from './invalid-environment';
import { ownSecrets } from './own-secrets';
import { productionProblems } from './production';
import { type Dialect, schema, type Settings } from './schema';
import { signingKeysIn } from './signing-keys';
import { withoutEffect } from './without-effect';

const LOCAL_ORIGINS = [4200, 4100, 4500, 3000].flatMap((port) => [
  `http://localhost:${port}`,
  `http://127.0.0.1:${port}`,
]);

export interface Pepper {
  id: string;
  secret: string;
}

/** The settings, read and checked once. Inject it by this name; nothing else reads `process.env`. */
export class Environment {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Origin under which people reach the site, without a slash at the end. */
  readonly publicUrl: string;
  readonly dataFolder: string;
  /** Not set: embedded PostgreSQL in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  /** A connection that LISTEN can hold, where `databaseUrl` goes through a pooler. */
  readonly databaseDirectUrl: string | undefined;
  readonly databasePoolSize: number;
  /** Refresh tokens hang on it, and access tokens where there is no file of keys. */
  readonly jwtSecret: string;
  /** Access tokens: the newest that signs now signs, all verify; symmetric or asymmetric, never both (ASVS 9.1.2). */
  readonly signingKeys: SigningKey[];
  readonly jwtIssuer: string;
  /** What `iss` was before it became the public address: tokens that say so are good until they expire. */
  readonly formerIssuers: string[];
  readonly jwtAudience: string;
  /** The first is used for new hashes, the others to check older ones. */
  readonly peppers: [Pepper, ...Pepper[]];
  readonly passwordCost: number;
  readonly passwordThreads: number;
  /** How many passwords may wait for a thread before 503 is the answer. */
  readonly passwordQueue: number;
  /** How a browser carries its access token: as a bearer token that script keeps, or in an HttpOnly cookie. */
  readonly tokenCarrier: Settings['TOKEN_CARRIER'];
  readonly accessTokenSeconds: number;
  readonly sessionDays: number;
  /** Days without a refresh after which a session is over. */
  readonly sessionIdleDays: number;
  /** Days for which a session that is over stays in the database. */
  readonly sessionKeepDays: number;
  /** Live sessions an account may have. */
  readonly sessionsPerUser: number;
  /** Sessions that a process remembers, for 60 s at most. */
  readonly sessionCacheSize: number;
  readonly corsOrigins: string[];
  /** Which older clients are served (docs/dialects.md). */
  readonly dialects: Dialect[];
  /** The shortest password that may be chosen through an older client, in code points. */
  readonly dialectPasswordMin: number;
  /** The older clients' cross-site cookie without `Secure`, for plain-http hosts other than localhost in development. */
  readonly dialectPlainHttp: boolean;
  /** Opens /metrics; not set: there is no such address. */
  readonly metricsToken: string | undefined;
  /** How many proxies in front are ours; so many entries of X-Forwarded-For are believed. */
  readonly trustedProxies: number;
  readonly apiDocs: boolean;
  readonly logLevel: Settings['LOG_LEVEL'];

  constructor(
    settings: Settings,
    /** What was set and does nothing, a sentence each. */
    readonly warnings: string[] = [],
  ) {
    this.dataFolder = resolve(settings.DATA_FOLDER);
    const hasSecrets = settings.JWT_SECRET && settings.PASSWORD_PEPPERS?.length;
    if (!hasSecrets || !settings.DATABASE_URL) makeDataFolder(this.dataFolder);
    const local = hasSecrets ? undefined : ownSecrets(this.dataFolder);
    this.production = settings.NODE_ENV === 'production';
    this.port = settings.PORT;
    this.host = settings.HOST ?? (this.production ? '0.0.0.0' : 'localhost');
    this.publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
    this.databaseUrl = databaseUrlOf(settings);
    this.databaseDirectUrl = databaseUrlOf({ ...settings, DATABASE_URL: settings.DATABASE_DIRECT_URL });
    this.databasePoolSize = settings.DATABASE_POOL_SIZE;
    this.jwtSecret = settings.JWT_SECRET ?? (local?.JWT_SECRET as string);
    this.signingKeys = settings.JWT_KEYS_FILE
      ? signingKeysIn(resolve(settings.JWT_KEYS_FILE))
      : [symmetricKey(this.jwtSecret)];
    this.jwtIssuer = settings.JWT_ISSUER ?? this.publicUrl;
    this.formerIssuers = settings.JWT_ISSUER === undefined ? ['latchkey'] : [];
    this.jwtAudience = settings.JWT_AUDIENCE;
    this.peppers = peppersOf(settings.PASSWORD_PEPPERS ?? [`dev:${local?.PASSWORD_PEPPER}`]);
    this.passwordCost = settings.PASSWORD_COST;
    this.passwordThreads = settings.PASSWORD_THREADS;
    this.passwordQueue = settings.PASSWORD_QUEUE ?? settings.PASSWORD_THREADS * 8;
    this.tokenCarrier = settings.TOKEN_CARRIER;
    this.accessTokenSeconds = settings.ACCESS_TOKEN_MINUTES * 60;
    this.sessionDays = settings.SESSION_DAYS;
    this.sessionIdleDays = settings.SESSION_IDLE_DAYS;
    this.sessionKeepDays = settings.SESSION_KEEP_DAYS;
    this.sessionsPerUser = settings.SESSIONS_PER_USER;
    this.sessionCacheSize = settings.SESSION_CACHE_SIZE;
    this.corsOrigins =
      settings.CORS_ORIGINS ?? (this.production ? [] : LOCAL_ORIGINS.filter((origin) => this.reaches(origin)));
    this.dialects = settings.DIALECTS;
    this.dialectPasswordMin = settings.DIALECT_PASSWORD_MIN;
    this.dialectPlainHttp = settings.DIALECT_PLAIN_HTTP;
    this.metricsToken = settings.METRICS_TOKEN;
    this.trustedProxies = settings.TRUSTED_PROXIES;
    this.apiDocs = settings.API_DOCS ?? !this.production;
    this.logLevel = settings.LOG_LEVEL;
  }

  /** False where no browser would send a page of that origin's cookies along: another host, or not https as well. */
  private reaches(origin: string): boolean {
    const [page, api] = [new URL(origin), new URL(this.publicUrl)];
    return this.tokenCarrier === 'header' || (page.hostname === api.hostname && page.protocol === api.protocol);
  }
}

/** Reads and checks `source`; throws InvalidEnvironment with every problem at once. An empty value counts as not set. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new InvalidEnvironment(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const problems = parsed.data.NODE_ENV === 'production' ? productionProblems(parsed.data) : [];
  if (problems.length > 0) throw new InvalidEnvironment(problems);
  return new Environment(parsed.data, withoutEffect(parsed.data, given));
}

function databaseUrlOf({ DATABASE_URL, DATABASE_PASSWORD }: Settings): string | undefined {
  if (!DATABASE_URL || !DATABASE_PASSWORD) return DATABASE_URL;
  const url = new URL(DATABASE_URL);
  url.password = encodeURIComponent(DATABASE_PASSWORD);
  return url.href;
}

function peppersOf(entries: string[]): [Pepper, ...Pepper[]] {
  return entries.map((entry) => {
    const colon = entry.indexOf(':');
    return { id: entry.slice(0, colon), secret: entry.slice(colon + 1) };
  }) as [Pepper, ...Pepper[]];
}
