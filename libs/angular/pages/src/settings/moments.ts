const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
const long = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The server notes a use once a minute, and believes what it remembers for another. */
const NOW = 3 * MINUTE;

/** "August 13, 2017" */
export const longDate = (moment: string): string => long.format(new Date(moment));

/** "August 13, 2017 at 7:21 PM" */
export const fullDate = (moment: string): string => full.format(new Date(moment));

/** "Active now", "Last seen 5 minutes ago", "Last seen yesterday" */
export function lastSeen(moment: string, now = Date.now()): string {
  const seconds = (now - Date.parse(moment)) / 1000;
  if (seconds < NOW) return 'Active now';
  const [length, unit] = seconds < HOUR ? [MINUTE, 'minute'] : seconds < DAY ? [HOUR, 'hour'] : [DAY, 'day'];
  return `Last seen ${relative.format(-Math.floor(seconds / (length as number)), unit as Intl.RelativeTimeFormatUnit)}`;
}
