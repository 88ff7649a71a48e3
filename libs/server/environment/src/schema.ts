import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { databaseAddress } from './database-address';
import { origin } from './origin';
import { publicUrl } from './public-url';

const whole = (min: number, max: number) => {
  const error = `needs a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
/** The families of older clients by name, and by the number that docs/dialects.md gives them. */
const DIALECTS = ['session-cookie', 'bearer', 'uid-cookie', 'praetorian'] as const;
const NUMBERS: Record<string, string> = {
  '000': 'session-cookie',
  '001': 'bearer',
  '002': 'uid-cookie',
  '003': 'uid-cookie',
  '004': 'praetorian',
};
const dialect = z.enum(DIALECTS, `needs names among ${DIALECTS.join(', ')}, or none`);
export type Dialect = z.infer<typeof dialect>;

/** Every variable that Latchkey reads. `.env.example` has a line for each; a test keeps the two alike. */
export const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: whole(0, 65535).default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: publicUrl.optional(),
  DATA_FOLDER: z.string().default('.data'),
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_DIRECT_URL: databaseAddress.optional(),
  DATABASE_PASSWORD: z.string().optional(),
  DATABASE_POOL_SIZE: whole(2, 1000).default(10),
  JWT_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  JWT_KEYS_FILE: z.string().optional(),
  JWT_ISSUER: z.string().min(1).optional(),
  JWT_AUDIENCE: z.string().min(1).default('latchkey'),
  PASSWORD_PEPPERS: list
    .refine(
      (peppers) => peppers.every((pepper) => /^[a-z0-9]{1,16}:.{32,}$/.test(pepper)),
      'needs id:secret, with at least 32 characters a secret',
    )
    .optional(),
  PASSWORD_COST: whole(4, 15).default(12),
  PASSWORD_THREADS: whole(1, 64).default(availableParallelism()),
  PASSWORD_QUEUE: whole(1, 10_000).optional(),
  TOKEN_CARRIER: z.enum(['header', 'cookie']).default('header'),
  ACCESS_TOKEN_MINUTES: whole(1, 1440).default(15),
  SESSION_DAYS: whole(1, 400).default(30),
  SESSION_IDLE_DAYS: whole(1, 400).default(14),
  SESSION_KEEP_DAYS: whole(0, 3650).default(30),
  SESSIONS_PER_USER: whole(1, 1000).default(100),
  SESSION_CACHE_SIZE: whole(0, 1_000_000).default(20_000),
  CORS_ORIGINS: list.pipe(z.array(origin)).optional(),
  DIALECTS: list
    .transform((names) => (names.join() === 'none' ? [] : names.map((name) => NUMBERS[name] ?? name)))
    .pipe(z.array(dialect))
    .default([...DIALECTS]),
  DIALECT_PASSWORD_MIN: whole(1, 256).default(8),
  DIALECT_PLAIN_HTTP: flag.default(false),
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  TRUSTED_PROXIES: whole(0, 16).default(0),
  API_DOCS: flag.optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
});

export type Settings = z.infer<typeof schema>;
