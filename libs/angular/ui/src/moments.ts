const DAY = 24 * 3600_000;
/** Milliseconds: the server notes a use once a minute, and believes what it remembers for another. */
const NOW = 3 * 60_000;

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const short = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const long = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

/** "August 13, 2017" */
export const longDate = (moment: string): string => long.format(new Date(moment));

/** "August 13, 2017 at 7:21 PM" */
export const fullDate = (moment: string): string => full.format(new Date(moment));

/** "Today, 14:05", "Yesterday, 9:30", "Aug 13, 2017, 19:21", by the clock and the words of this browser. */
export function dayAndTime(moment: string, now = Date.now()): string {
  const date = new Date(moment);
  const days = Math.round((midnight(now) - midnight(date)) / DAY);
  const day = days === 0 || days === 1 ? capital(relative.format(-days, 'day')) : short.format(date);
  return `${day}, ${time.format(date)}`;
}

/** "Active now", or the day and the time of the last use. */
export function lastSeen(moment: string, now = Date.now()): string {
  return now - Date.parse(moment) < NOW ? 'Active now' : dayAndTime(moment, now);
}

const midnight = (moment: number | Date): number => new Date(moment).setHours(0, 0, 0, 0);
const capital = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);
