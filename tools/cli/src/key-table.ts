import { type KeyJwk } from '@latchkey/nest/keys';

/** `2026-11-21 07:00 UTC`, of seconds since 1970. */
export const timeOf = (seconds: number): string =>
  `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The keys, newest first, a line each: what each does now, from when it signs and until when it checks. */
export function keyTable(keys: KeyJwk[], now: number): string {
  const sorted = keys.toSorted((one, other) => beginning(other) - beginning(one));
  const newest = sorted.find((key) => key.d && beginning(key) <= now && now < (key.exp ?? Infinity));
  const lines = sorted.map((key) => [
    key.kid,
    key.alg,
    stateOf(key, key === newest, now),
    timeOf(beginning(key)),
    key.exp === undefined ? 'no end' : timeOf(key.exp),
  ]);
  const all = [['kid', 'alg', 'now', 'signs from', 'checks until'], ...lines];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const beginning = ({ nbf, iat }: KeyJwk): number => nbf ?? iat;

function stateOf(key: KeyJwk, isNewest: boolean, now: number): string {
  if (now >= (key.exp ?? Infinity)) return 'retired';
  if (isNewest) return 'signs';
  return beginning(key) > now ? 'waits' : 'checks';
}
