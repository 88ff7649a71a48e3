import { z } from 'zod';
import { email } from './email';
import { currentPassword, newPassword } from './password';
import { text } from './text';

export const registerBody = z.object({ email, password: newPassword });
export type RegisterBody = z.infer<typeof registerBody>;

/** Login looks an address up and never judges it: only what no stored address can hold is refused. */
const emailToLookUp = text('Enter your e-mail address')
  .trim()
  .toLowerCase()
  .min(1, { error: 'Enter your e-mail address' })
  .refine((value) => !value.includes('\0'), { error: 'An e-mail address cannot contain a NUL character' });

export const loginBody = z.object({ email: emailToLookUp, password: currentPassword });
export type LoginBody = z.infer<typeof loginBody>;
