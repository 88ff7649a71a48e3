import * as z from 'zod/mini';
import { text } from './text';

/** The longest address SMTP can carry, in characters (RFC 5321 §4.5.3.1.3). */
export const EMAIL_MAX = 254;

const MISSING = 'Enter your e-mail address';

/** An e-mail address as it is stored and compared: trimmed, lower case, ASCII. */
export const email = z.pipe(
  text(MISSING).check(
    z.trim(),
    z.toLowerCase(),
    z.minLength(1, { error: MISSING, abort: true }),
    z.maxLength(EMAIL_MAX, { error: `Use at most ${EMAIL_MAX} characters`, abort: true }),
  ),
  z.email({ error: 'Enter an e-mail address such as ada@example.com' }),
);

/** An address to look up. Login never judges it: only what no stored address can hold is refused. */
export const emailToLookUp = text(MISSING).check(
  z.trim(),
  z.toLowerCase(),
  z.minLength(1, { error: MISSING }),
  z.refine((value) => !value.includes('\0'), { error: 'An e-mail address cannot contain a NUL character' }),
);
