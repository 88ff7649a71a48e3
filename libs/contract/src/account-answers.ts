import * as z from 'zod/mini';
import { moment } from './devices';
import { user, type WithFields } from './user';

const success = z.literal('success');

export const accountAnswer = z.object({ status: success, data: user });
export type AccountAnswer = WithFields<z.infer<typeof accountAnswer>>;

/** All that is stored of a person, but for what would let others in. */
export const accountExport = z.object({
  status: success,
  exported_on: moment,
  account: user,
  sessions: z.array(
    z.object({
      session_id: z.uuid(),
      user_agent: z.nullable(z.string()),
      address: z.nullable(z.string()),
      created_at: moment,
      last_seen: moment,
      expires_at: moment,
      ended_at: z.nullable(moment),
      ended_reason: z.nullable(z.string()),
    }),
  ),
});
export type AccountExport = z.infer<typeof accountExport>;
