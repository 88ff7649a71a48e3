import * as z from 'zod/mini';
import { EMAIL_MAX, emailSpelling } from './email-spelling';
import { text } from './text';

const MISSING = 'Enter your e-mail address';
const NO_ADDRESS = 'Enter an e-mail address such as ada@example.com';

/** An e-mail address in the spelling in which it is stored and compared. */
export const email = text(MISSING)
  .check(
    z.trim(),
    z.minLength(1, { error: MISSING, abort: true }),
    z.maxLength(EMAIL_MAX, { error: `Use at most ${EMAIL_MAX} characters`, abort: true }),
    z.check((payload) => {
      const spelled = emailSpelling(payload.value);
      if (spelled === undefined) payload.issues.push({ code: 'custom', message: NO_ADDRESS, input: payload.value });
      else payload.value = spelled;
    }),
  )
  .register(z.globalRegistry, { format: 'email' });

/** An address to look up, in that spelling. Login never judges it: only what no stored address can hold is refused. */
export const emailToLookUp = text(MISSING).check(
  z.trim(),
  z.minLength(1, { error: MISSING }),
  z.refine((value) => !value.includes('\0'), { error: 'An e-mail address cannot contain a NUL character' }),
  z.overwrite(emailOrText),
);

/** What is no address stays the text that it is, lower case. */
export function emailOrText(typed: string): string {
  return emailSpelling(typed) ?? typed.normalize('NFC').toLowerCase();
}
