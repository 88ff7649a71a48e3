import { currentPassword, text, username } from '@latchkey/contract';
import * as z from 'zod/mini';

/** Login judges no name: what cannot be one is unknown. */
export const namedLogin = z.object({
  username: text('Enter your user name').check(z.minLength(1, { error: 'Enter your user name' })),
  password: currentPassword,
});
export type NamedLogin = z.infer<typeof namedLogin>;

export const namedAccount = z.object({ username, password: currentPassword });
export type NamedAccount = z.infer<typeof namedAccount>;

export const aliveAnswer = z.object({ 'JWT Server Application': z.literal('Running!') });
export type AliveAnswer = z.infer<typeof aliveAnswer>;

export const tokenAnswer = z.object({ access_token: z.string() });
export type TokenAnswer = z.infer<typeof tokenAnswer>;

export const protectedAnswer = z.object({ message: z.string() });
export type ProtectedAnswer = z.infer<typeof protectedAnswer>;

export const praetorianFailure = z.object({ error: z.string(), message: z.string(), status_code: z.int() });
