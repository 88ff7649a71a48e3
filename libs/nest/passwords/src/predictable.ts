/** Along the rows of keyboards in three languages, in either direction. */
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop', 'qsdfghjklm'];
/** Fewer turns than these are tried in seconds, if they are but half of a password. */
const FEWEST_TURNS = 5;
const SHORTEST_UNIT = 5;
/** Behind this length nobody tries them: whoever holds a key down for a minute has chosen how long. */
const LONGEST_TRIED = 64;

/** What a password repeats from its beginning to its end, as `abc` in `abcabcabca`; the whole where it repeats nothing. */
export function repeatedIn(password: string): string {
  const signs = [...password];
  for (let period = 1; period <= signs.length / 2; period += 1) {
    if (signs.every((sign, at) => at < period || sign === signs[at - period])) return signs.slice(0, period).join('');
  }
  return password;
}

/** True of what repeats a few signs, or runs along the alphabet, the digits or a keyboard, with a turn or two at most. */
export function isPredictable(folded: string): boolean {
  if ([...folded].length > LONGEST_TRIED) return false;
  const unit = repeatedIn(folded);
  const length = [...unit].length;
  if (unit !== folded && length < SHORTEST_UNIT) return true;
  const turns = turnsIn([...unit]);
  return turns < FEWEST_TURNS && turns <= length / 2;
}

/** How many signs do not simply go on from the one before, the first among them. */
const turnsIn = (signs: string[]): number =>
  signs.filter((sign, at) => at === 0 || !goesOn(signs[at - 1] as string, sign)).length;

function goesOn(from: string, to: string): boolean {
  const step = (to.codePointAt(0) as number) - (from.codePointAt(0) as number);
  return Math.abs(step) <= 1 || ROWS.some((row) => row.includes(from + to) || row.includes(to + from));
}
