const ISO = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
const RFC1123 = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
const EPOCH_SECONDS = /^\d{9,10}(\.\d+)?$/;

/** A moment as databases write one (ISO 8601, UTC where no zone is said), as RFC 1123 does, or in seconds since 1970. */
export function momentOf(value: unknown): Date | undefined {
  const text = String(value).trim();
  const date = EPOCH_SECONDS.test(text) ? new Date(Number(text) * 1000) : (iso(text) ?? rfc1123(text));
  return date && date.getTime() <= Date.now() ? date : undefined;
}

function iso(text: string): Date | undefined {
  const [found, day, time = '00:00', seconds = '00', fraction = '0', zone = 'Z'] = ISO.exec(text) ?? [];
  // JavaScript takes 30 February for 1 March, and answers null for what is no day at all.
  if (!found || new Date(`${day}T00:00Z`).toJSON()?.slice(0, 10) !== day) return undefined;
  const date = new Date(`${day}T${time}:${seconds}.${fraction.slice(0, 3)}${zoneOf(zone)}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function zoneOf(zone: string): string {
  if (!/^[+-]/.test(zone)) return 'Z';
  return `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
}

function rfc1123(text: string): Date | undefined {
  const date = new Date(RFC1123.test(text) ? text : Number.NaN);
  return date.toString() !== 'Invalid Date' && date.toUTCString() === text ? date : undefined;
}
