import { availableParallelism } from 'node:os';
import { z } from 'zod';

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
const address = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

/** Every variable that Latchkey reads. `.env.example` has a line for each; a test keeps the two alike. */
export const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: whole(0, 65535).default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: address.optional(),
  DATA_FOLDER: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_PASSWORD: z.string().optional(),
  DATABASE_POOL_SIZE: whole(2, 1000).default(10),
  JWT_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  JWT_ISSUER: z.string().min(1).default('latchkey'),
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
  ACCESS_TOKEN_MINUTES: whole(1, 1440).default(15),
  SESSION_DAYS: whole(1, 400).default(30),
  SESSION_IDLE_DAYS: whole(1, 400).default(14),
  SESSION_CACHE_SIZE: whole(0, 1_000_000).default(20_000),
  CORS_ORIGINS: list.optional(),
  TRUSTED_PROXIES: whole(0, 16).default(0),
  API_DOCS: flag.optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
});

export type Settings = z.infer<typeof schema>;
