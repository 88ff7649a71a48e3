import { MOST_SKIPPED } from './generations';

/** What the database says of a session whose refresh token was presented. */
export interface RotationRow {
  user_id: string;
  secret: Buffer;
  /** Before this request. */
  generation: number;
  previous: number;
  oldest: number;
  confirmed: number;
  remember: boolean;
  /** The new generation, where this request rotated. */
  rotated_to: number | null;
  /** Not ended, within both its lives, and its user active; by database time. */
  live: boolean;
  /** Rotated within the last ten seconds. */
  recent: boolean;
}

/** What is skipped by now, with the run that ends where its successor is presented. */
const SKIPPED = `
  CASE WHEN s.generation = $2 AND s.generation > s.previous + 1
       THEN (s.skipped || ARRAY[s.previous + 1, s.generation - 1])[greatest(1, cardinality(s.skipped) + 3 - ${MOST_SKIPPED}):]
       ELSE s.skipped END`;

/**
 * Rotates where ten seconds have passed since the last rotation and the presented generation ($2) of a session ($1) is the
 * current one, or the one before while the current one was never seen in use: that is skipped then, for good. Tells how things
 * stood before. $3: idle days. One statement, so that of many at once one rotates.
 */
export const ROTATE = `
  WITH rotated AS (
    UPDATE sessions s
       SET generation = s.generation + 1, previous = $2, skipped = ${SKIPPED},
           rotated_at = now(), last_seen_at = now(), confirmed = greatest(s.confirmed, $2),
           idle_expires_at = least(s.expires_at, now() + $3 * interval '1 day')
      FROM users u
     WHERE s.id = $1 AND u.id = s.user_id AND u.is_active AND u.session_epoch = s.epoch
       AND s.ended_at IS NULL AND s.expires_at > now() AND s.idle_expires_at > now()
       AND (s.generation = $2 OR (s.previous = $2 AND s.confirmed < s.generation))
       AND (s.rotated_at IS NULL OR s.rotated_at <= now() - interval '10 seconds')
    RETURNING s.generation
  )
  SELECT s.user_id, s.secret, s.generation, s.previous, s.oldest, s.confirmed, s.remember, r.generation AS rotated_to,
         s.ended_at IS NULL AND s.expires_at > now() AND s.idle_expires_at > now() AND u.is_active
           AND u.session_epoch = s.epoch AS live,
         coalesce(s.rotated_at > now() - interval '10 seconds', false) AS recent
    FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN rotated r ON true
   WHERE s.id = $1`;

export type Verdict = { generation: number } | 'again' | 'over' | 'stolen' | 'outdated' | 'invalid';

/** The rule of rotation (docs/decisions/0005): which generation to answer with, or why none. */
export function judge(presented: number, row: RotationRow): Verdict {
  if (row.rotated_to !== null) return { generation: row.rotated_to };
  if (!row.live) return 'over';
  if (presented > row.generation) return 'invalid';
  if (presented < row.oldest) return 'outdated';
  if (presented === row.generation) return row.recent ? { generation: presented } : 'again';
  if (presented !== row.previous) return 'stolen';
  if (row.recent) return { generation: row.generation };
  return row.confirmed >= row.generation ? 'stolen' : 'again';
}
