import { currentPassword, email, emailToLookUp, text } from '@latchkey/contract';
import * as z from 'zod/mini';

export const emailLogin = z.object({ email: emailToLookUp, password: currentPassword });
export type EmailLogin = z.infer<typeof emailLogin>;

export const newEmailAccount = z.object({ email, password: text('Enter a password') });
export type NewEmailAccount = z.infer<typeof newEmailAccount>;

export const loginAnswer = z.object({ result: z.boolean() });
export type LoginAnswer = z.infer<typeof loginAnswer>;

export const resultAnswer = z.object({ result: z.string() });
export type ResultAnswer = z.infer<typeof resultAnswer>;

export const statusAnswer = z.object({ status: z.boolean() });
export type StatusAnswer = z.infer<typeof statusAnswer>;

/** A sentence; at login false. */
export const sessionCookieFailure = z.object({ result: z.union([z.string(), z.literal(false)]) });
