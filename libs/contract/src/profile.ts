import * as z from 'zod/mini';
import { text } from './text';
import { isSeen } from './unseen';

export const USERNAME_MIN = 2;
export const USERNAME_MAX = 64;
export const DISPLAY_NAME_MAX = 100;

/** A name to sign in with besides, or in place of, the e-mail address: lower case, `a-z 0-9 . _ -`. */
export const username = text('Enter a user name').check(
  z.trim(),
  z.minLength(USERNAME_MIN, { error: `Use at least ${USERNAME_MIN} characters`, abort: true }),
  z.maxLength(USERNAME_MAX, { error: `Use at most ${USERNAME_MAX} characters`, abort: true }),
  // Before it is folded: the sign for kelvin, for one, becomes a k.
  z.regex(/^[A-Za-z0-9._-]+$/, { error: 'Use letters from a to z, digits, dots, hyphens and underscores' }),
  z.toLowerCase(),
);

/** What people call themselves; shown, never compared. */
export const displayName = text('Enter a name').check(
  z.trim(),
  z.normalize('NFC'),
  z.minLength(1, { error: 'Enter a name', abort: true }),
  z.maxLength(DISPLAY_NAME_MAX, { error: `Use at most ${DISPLAY_NAME_MAX} characters` }),
  z.refine(isSeen, { error: 'A name has no control characters, and none that nobody sees' }),
);
