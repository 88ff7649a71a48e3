import { cookieProblems } from './check-cookies';
import { InvalidOptions } from './invalid-options';
import { type LatchkeyOptions } from './latchkey-options';

const SHORTEST = 32;

/** Throws InvalidOptions with every problem and its mend. */
export function checkOptions(options: LatchkeyOptions): void {
  const { secret = '', peppers = [] } = options;
  const problems = [
    ...originProblems('publicUrl', options.publicUrl),
    ...(options.allowedOrigins ?? []).flatMap((origin) => originProblems('allowedOrigins', origin)),
    ...(secret.length < SHORTEST
      ? [`secret: needs at least ${SHORTEST} random characters (openssl rand -base64 48).`]
      : []),
    ...(peppers.length === 0 ? ['peppers: needs at least one { id, secret }.'] : []),
    ...peppers.flatMap(({ id, secret: pepper }) => pepperProblems(id, pepper, secret)),
    ...cookieProblems(options),
    ...(options.sessions?.perUser === 0 ? ['sessions.perUser: needs 1 at least, or nobody signs in.'] : []),
    ...numberProblems(options),
  ];
  if (problems.length > 0) throw new InvalidOptions(problems);
}

/** An origin and no more: what it has besides would never be used. */
function originProblems(name: string, value: unknown): string[] {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    return [`${name}: needs an origin such as https://api.example.com, not ${String(value)}.`];
  if (url.origin !== value) return [`${name}: "${String(value)}" is no origin; write ${url.origin}.`];
  return [];
}

function pepperProblems(id: string, pepper: string, secret: string): string[] {
  if (!/^[a-z0-9]{1,16}$/.test(id)) return [`peppers: the id "${id}" needs 1 to 16 of a-z 0-9; stored hashes name it.`];
  if (pepper.length < SHORTEST) return [`peppers: ${id} needs at least ${SHORTEST} random characters.`];
  return pepper === secret ? [`peppers: ${id} is the secret as well; take another.`] : [];
}

function numberProblems({ tokens, sessions, passwords }: LatchkeyOptions): string[] {
  const groups = Object.entries({ tokens, sessions, passwords });
  const all = groups.flatMap(([group, values]) =>
    Object.entries(values ?? {}).map(([name, value]) => [`${group}.${name}`, value as unknown] as const),
  );
  return all
    .filter(([, value]) => value !== undefined && !(Number.isSafeInteger(value) && (value as number) >= 0))
    .map(([name, value]) => `${name}: needs a whole number, not ${String(value)}.`);
}
