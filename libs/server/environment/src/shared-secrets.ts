import { type Settings } from './schema';

/** A setting and a secret in it. */
export type NamedSecret = [name: string, secret: string];

/** The secrets that one makes for Latchkey, each for one purpose. */
export function ownSecretsOf({ JWT_SECRET, PASSWORD_PEPPERS = [] }: Settings): NamedSecret[] {
  const peppers = PASSWORD_PEPPERS.map((entry): NamedSecret => [
    'PASSWORD_PEPPERS',
    entry.slice(entry.indexOf(':') + 1),
  ]);
  return [...(JWT_SECRET ? [['JWT_SECRET', JWT_SECRET] as NamedSecret] : []), ...peppers];
}

/** A line for each two settings that hold the same secret: who learns one of them would have the other. */
export function sharedSecrets(settings: Settings): string[] {
  const all = [...ownSecretsOf(settings), ...othersOf(settings)];
  return all.flatMap(([name, secret], at) => {
    const twins = all.slice(at + 1).filter(([, other]) => other.toLowerCase() === secret.toLowerCase());
    return twins.map(([twin]) => `${name} and ${twin} hold the same secret; use one for one purpose.`);
  });
}

function othersOf({ METRICS_TOKEN, DATABASE_PASSWORD, DATABASE_URL }: Settings): NamedSecret[] {
  const password = DATABASE_PASSWORD ?? passwordIn(DATABASE_URL);
  return [
    ...(METRICS_TOKEN ? [['METRICS_TOKEN', METRICS_TOKEN] as NamedSecret] : []),
    ...(password ? [['DATABASE_PASSWORD', password] as NamedSecret] : []),
  ];
}

function passwordIn(address: string | undefined): string | undefined {
  const { password } = address ? new URL(address) : { password: '' };
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
