import * as z from 'zod/mini';
import { text } from './text';

/** Lengths in Unicode code points after NFC. */
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 256;
/** What the form recommends (NIST SP 800-63B-4 §3.1.1.2). */
export const PASSWORD_RECOMMENDED = 15;

const codePoints = (value: string): number => [...value].length;

/**
 * A password being chosen: 8 to 256 code points of any kind, NFC. The server also refuses the common ones, and the
 * e-mail itself.
 */
export const newPassword = text('Enter a password')
  .check(
    z.normalize('NFC'),
    z.refine((value) => codePoints(value) >= PASSWORD_MIN, { error: `Use at least ${PASSWORD_MIN} characters` }),
    z.refine((value) => codePoints(value) <= PASSWORD_MAX, { error: `Use at most ${PASSWORD_MAX} characters` }),
  )
  .register(z.globalRegistry, { minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX, format: 'password' });

/** A password being checked: none of the policy, so that an old one still works. */
export const currentPassword = text('Enter your password')
  .check(z.normalize('NFC'), z.minLength(1, { error: 'Enter your password' }))
  .register(z.globalRegistry, { format: 'password' });
