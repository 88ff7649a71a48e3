import { PASSWORD_MIN } from '@latchkey/contract';

/** Bits, about, from which on a password is fair, good, strong. */
const FAIR = 40;
const GOOD = 60;
const STRONG = 80;

export type PasswordStrength = 0 | 1 | 2 | 3 | 4;

/**
 * How hard a password is to guess, as far as its length and its variety say: 0 where it is too short, 4 where it is strong. A
 * word of encouragement only; whether a password is common the server knows.
 */
export function passwordStrength(password: string): PasswordStrength {
  const points = [...password.normalize('NFC')].map((character) => character.codePointAt(0) as number);
  if (points.length < PASSWORD_MIN) return 0;
  const bits = surprises(points) * Math.log2(alphabetOf(password));
  if (bits < FAIR) return 1;
  if (bits < GOOD) return 2;
  return bits < STRONG ? 3 : 4;
}

/** How many characters are not the one before them again, or the next in a row such as `abc` or `321`. */
const surprises = (points: number[]): number =>
  points.filter((point, index) => index === 0 || Math.abs(point - (points[index - 1] as number)) > 1).length;

/** From how many characters such a password would be drawn by chance. */
function alphabetOf(password: string): number {
  const classes: [RegExp, number][] = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{Nd}/u, 10],
    [/[^\p{L}\p{Nd}]/u, 20],
    [/[^\p{ASCII}]/u, 100],
  ];
  return classes.reduce((size, [pattern, more]) => size + (pattern.test(password) ? more : 0), 0);
}
