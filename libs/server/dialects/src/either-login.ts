import * as z from 'zod/mini';

/** What both families send to their one address; the rest is checked once it is clear whose it is. */
export const eitherLogin = z.looseObject({
  email: z.optional(z.unknown()),
  username: z.optional(z.unknown()),
  password: z.optional(z.unknown()),
});
