import * as z from 'zod/mini';
import { email, emailToLookUp } from './email';
import { currentPassword, newPassword } from './password';

export const registerBody = z.object({ email, password: newPassword });
export type RegisterBody = z.infer<typeof registerBody>;

export const loginBody = z.object({ email: emailToLookUp, password: currentPassword });
export type LoginBody = z.infer<typeof loginBody>;
