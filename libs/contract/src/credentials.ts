import * as z from 'zod/mini';
import { email, emailToLookUp } from './email';
import { currentPassword, newPassword } from './password';
import { text } from './text';

/** False: the browser forgets the session when it closes, and the server after 12 hours. */
const remember = z._default(z.boolean({ error: 'Say true or false' }), true);

export const registerBody = z.object({ email, password: newPassword, remember });
export type RegisterBody = z.infer<typeof registerBody>;

export const loginBody = z.object({ email: emailToLookUp, password: currentPassword, remember });
export type LoginBody = z.infer<typeof loginBody>;

/** Clients without cookies send the refresh token here; browsers send none, their cookie says it. */
export const refreshBody = z.optional(z.object({ refresh_token: z.optional(text('Send the refresh token as text')) }));
export type RefreshBody = z.infer<typeof refreshBody>;
