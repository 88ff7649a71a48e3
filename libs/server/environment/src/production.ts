import { type Settings } from './schema';

const required = ['DATABASE_URL', 'JWT_SECRET', 'PASSWORD_PEPPERS', 'PUBLIC_URL'] as const;
const example = /change.?me|example|secret|my_precious|password|^(.)\1+$/i;
const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/;

/** What production refuses to start with, one line each. */
export function productionProblems(settings: Settings): string[] {
  const secrets = secretsOf(settings);
  return [
    ...required.filter((name) => !settings[name]?.length).map((name) => `${name} is not set; production needs it.`),
    ...secrets
      .filter(([, secret]) => example.test(secret))
      .map(([name]) => `${name} looks like an example; use a random one.`),
    ...(new Set(secrets.map(([, secret]) => secret)).size < secrets.length
      ? ['JWT_SECRET and PASSWORD_PEPPERS hold the same secret twice; use one for one purpose.']
      : []),
    ...(settings.PUBLIC_URL?.startsWith('http://') && !loopback.test(settings.PUBLIC_URL)
      ? ['PUBLIC_URL must begin with https://.']
      : []),
    ...(settings.PASSWORD_COST < 12 ? ['PASSWORD_COST must be at least 12.'] : []),
    ...(settings.DIALECT_PLAIN_HTTP ? ['DIALECT_PLAIN_HTTP is for development; cookies need https here.'] : []),
  ];
}

function secretsOf(settings: Settings): [string, string][] {
  const peppers = (settings.PASSWORD_PEPPERS ?? []).map((entry) => entry.slice(entry.indexOf(':') + 1));
  return [
    ...(settings.JWT_SECRET ? [['JWT_SECRET', settings.JWT_SECRET] as [string, string]] : []),
    ...peppers.map((pepper): [string, string] => ['PASSWORD_PEPPERS', pepper]),
  ];
}
