import { z } from 'zod';
import { text } from './text';

/** The longest address SMTP can carry, in characters (RFC 5321 §4.5.3.1.3). */
export const EMAIL_MAX = 254;

/** An e-mail address as it is stored and compared: trimmed, lower case, ASCII. */
export const email = text('Enter your e-mail address')
  .trim()
  .toLowerCase()
  .min(1, { error: 'Enter your e-mail address', abort: true })
  .max(EMAIL_MAX, { error: `Use at most ${EMAIL_MAX} characters`, abort: true })
  .pipe(z.email({ error: 'Enter an e-mail address such as ada@example.com' }));
