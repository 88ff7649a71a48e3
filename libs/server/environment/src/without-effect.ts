import { unreadIn } from './database-address';
import { withoutMeaning } from './look-alikes';
import { schema, type Settings } from './schema';

type Given = Record<string, string | undefined>;

/** Settings that do nothing, or not what they seem to, in this company: a sentence each. Values as in .env.example say nothing. */
export function withoutEffect(settings: Settings, given: Given): string[] {
  return [
    ...withoutMeaning(Object.keys(given)),
    ...quoted(given),
    ...ofDatabase(settings),
    ...ofDialects(settings),
    ...(settings.SESSION_IDLE_DAYS > settings.SESSION_DAYS && given['SESSION_IDLE_DAYS']
      ? ['SESSION_IDLE_DAYS is more than SESSION_DAYS and does nothing: a session is over before.']
      : []),
  ];
}

/** As `docker run --env-file` hands them on. */
const quoted = (given: Given): string[] =>
  Object.entries(given)
    .filter(([name, value]) => Object.hasOwn(schema.shape, name) && /^(["']).*\1$/.test(value ?? ''))
    .map(([name]) => `${name} has quotes around its value, and they are part of it.`);

function ofDatabase({ DATABASE_URL, DATABASE_DIRECT_URL, DATABASE_PASSWORD }: Settings): string[] {
  const alone = (name: string) => `${name} does nothing without DATABASE_URL.`;
  if (!DATABASE_URL)
    return [
      ...(DATABASE_DIRECT_URL ? [alone('DATABASE_DIRECT_URL')] : []),
      ...(DATABASE_PASSWORD ? [alone('DATABASE_PASSWORD')] : []),
    ];
  const addresses = { DATABASE_URL, ...(DATABASE_DIRECT_URL && { DATABASE_DIRECT_URL }) };
  return Object.entries(addresses).flatMap(([name, address]) => [
    ...unreadIn(address).map((key) => `${name}: "${key}" behind the question mark is not read.`),
    ...(DATABASE_PASSWORD && new URL(address).password
      ? [`${name} has a password, which gives way to DATABASE_PASSWORD.`]
      : []),
  ]);
}

function ofDialects({ DIALECTS, DIALECT_PLAIN_HTTP, DIALECT_PASSWORD_MIN }: Settings): string[] {
  return [
    ...(DIALECT_PLAIN_HTTP && !DIALECTS.includes('uid-cookie')
      ? ['DIALECT_PLAIN_HTTP does nothing where DIALECTS has no uid-cookie.']
      : []),
    ...(DIALECT_PASSWORD_MIN !== 8 && DIALECTS.length === 0
      ? ['DIALECT_PASSWORD_MIN does nothing where DIALECTS is none.']
      : []),
  ];
}
