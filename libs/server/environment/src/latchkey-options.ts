import { type Environment } from './environment';

/** The settings as LatchkeyModule takes them. */
export const latchkeyOptions = (environment: Environment) => ({
  publicUrl: environment.publicUrl,
  secret: environment.jwtSecret,
  peppers: environment.peppers,
  keys: environment.signingKeys,
  issuer: environment.jwtIssuer,
  formerIssuers: environment.formerIssuers,
  audience: environment.jwtAudience,
  allowedOrigins: environment.corsOrigins,
  explains: !environment.production,
  database: { directUrl: environment.databaseDirectUrl },
  cookies: { carrier: environment.tokenCarrier },
  tokens: { seconds: environment.accessTokenSeconds },
  sessions: {
    days: environment.sessionDays,
    idleDays: environment.sessionIdleDays,
    keepDays: environment.sessionKeepDays,
    perUser: environment.sessionsPerUser,
    cacheSize: environment.sessionCacheSize,
  },
  passwords: hashing(environment),
});

/** What hashing needs, for programs that hash and do no more. */
export const passwordOptions = (environment: Environment) => ({
  peppers: environment.peppers,
  ...hashing(environment),
});

const hashing = ({ passwordCost, passwordThreads, passwordQueue }: Environment) => ({
  cost: passwordCost,
  threads: passwordThreads,
  queue: passwordQueue,
});
