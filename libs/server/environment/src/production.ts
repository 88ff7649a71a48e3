import { type Settings } from './schema';
import { secretProblem } from './secret-strength';
import { ownSecretsOf, sharedSecrets } from './shared-secrets';

const required = ['DATABASE_URL', 'JWT_SECRET', 'PASSWORD_PEPPERS', 'PUBLIC_URL'] as const;
/** A token for /metrics may be shorter: it opens numbers alone. */
const METRICS_BITS = 24;
const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/;

/** What production refuses to start with, one line each. */
export function productionProblems(settings: Settings): string[] {
  return [
    ...required.filter((name) => !settings[name]?.length).map((name) => `${name} is not set; production needs it.`),
    ...weakSecrets(settings),
    ...sharedSecrets(settings),
    ...(settings.PUBLIC_URL?.startsWith('http://') && !loopback.test(settings.PUBLIC_URL)
      ? ['PUBLIC_URL must begin with https://.']
      : []),
    ...(settings.PASSWORD_COST < 12 ? ['PASSWORD_COST must be at least 12.'] : []),
    ...(settings.DIALECT_PLAIN_HTTP ? ['DIALECT_PLAIN_HTTP is for development; cookies need https here.'] : []),
  ];
}

function weakSecrets(settings: Settings): string[] {
  const { METRICS_TOKEN } = settings;
  const problems = ownSecretsOf(settings).map(([name, secret]) => [name, secretProblem(secret)]);
  const ofMetrics = METRICS_TOKEN && secretProblem(METRICS_TOKEN, METRICS_BITS);
  return [...problems, ['METRICS_TOKEN', ofMetrics]].flatMap(([name, problem]) =>
    problem ? [`${name} ${problem}.`] : [],
  );
}
