import * as z from 'zod/mini';

/** What a session was opened on, for the icon: `other` where the user agent does not say, as with programs. */
export const deviceKind = z.enum(['phone', 'tablet', 'laptop', 'other']);
export type DeviceKind = z.infer<typeof deviceKind>;

/** A moment as RFC 3339 writes it, in UTC. */
export const moment = z
  .string()
  .register(z.globalRegistry, { format: 'date-time', example: '2026-01-31T17:21:52.000Z' });

/** A device on which the caller is signed in: one session. */
export const device = z.object({
  session_id: z.uuid(),
  /** In words, such as `Chrome`; null where the user agent does not say. */
  browser: z.nullable(z.string()),
  /** In words, such as `Linux`. */
  system: z.nullable(z.string()),
  kind: deviceKind,
  user_agent: z.nullable(z.string()),
  address: z.nullable(z.string()),
  created_at: moment,
  last_seen: moment,
  /** True for the session that asks. */
  current: z.boolean(),
});
export type Device = z.infer<typeof device>;

export const devicesAnswer = z.object({ status: z.literal('success'), data: z.array(device) });
export type DevicesAnswer = z.infer<typeof devicesAnswer>;

export const endedAnswer = z.object({
  status: z.literal('success'),
  message: z.string(),
  ended: z.int().register(z.globalRegistry, { description: 'how many sessions this call ended' }),
});
export type EndedAnswer = z.infer<typeof endedAnswer>;
