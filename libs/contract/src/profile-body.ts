import * as z from 'zod/mini';
import { displayName, username } from './profile';
import { userChanges } from './user-changes';

/** What people change of themselves. A field that is not there stays as it is; null takes the name away. */
export const profileBody = userChanges({
  display_name: z.optional(z.nullable(displayName)),
  username: z.optional(z.nullable(username)),
});
export type ProfileBody = z.infer<typeof profileBody>;
