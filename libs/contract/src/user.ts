import * as z from 'zod/mini';
import { type OwnFields } from '@latchkey/contract/permissions';
import { role } from './roles';

/** A moment as RFC 1123 writes it, in GMT: `Sun, 13 Aug 2017 17:21:52 GMT`. */
export const rfc1123 = z.string().register(z.globalRegistry, { example: 'Sun, 13 Aug 2017 17:21:52 GMT' });

/** A user as the API shows one. */
export const user = z.object({
  user_id: z.uuid(),
  email: z.nullable(z.string()),
  username: z.nullable(z.string()),
  display_name: z.nullable(z.string()),
  admin: z.boolean(),
  roles: z.array(role),
  is_active: z.boolean(),
  registered_on: rfc1123,
});
export type User = z.infer<typeof user> & OwnFields;

/** Who is signed in, and for how many seconds the access token still holds. */
export const status = z.object({
  user_id: z.uuid(),
  email: z.nullable(z.string()),
  display_name: z.nullable(z.string()),
  admin: z.boolean(),
  roles: z.array(role),
  registered_on: rfc1123,
  expires_in: z.int().register(z.globalRegistry, { description: 'seconds until the access token expires' }),
  claims: z
    .optional(z.record(z.string(), z.unknown()))
    .register(z.globalRegistry, { description: 'what the application says of its users besides' }),
});
export type Status = z.infer<typeof status> & OwnFields;

/** An answer about one user, with the application's own fields. */
export type WithFields<Answer extends { data: object }> = Omit<Answer, 'data'> & { data: Answer['data'] & OwnFields };
