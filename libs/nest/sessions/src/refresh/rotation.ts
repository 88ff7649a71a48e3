/** What the database says of a session whose refresh token was presented. */
export interface RotationRow {
  user_id: string;
  secret: Buffer;
  /** Before this request. */
  generation: number;
  confirmed: number;
  remember: boolean;
  /** The new generation, where this request rotated. */
  rotated_to: number | null;
  /** Not ended, within both its lives, and its user active; by database time. */
  live: boolean;
  /** Rotated within the last ten seconds. */
  recent: boolean;
}

/**
 * Rotates where the presented generation ($2) of a session ($1) is the current one and ten seconds have passed since the last
 * rotation; tells how things stood before. $3: idle days. One statement, so that of many at once one rotates.
 */
export const ROTATE = `
  WITH rotated AS (
    UPDATE sessions s
       SET generation = s.generation + 1, rotated_at = now(), last_seen_at = now(),
           confirmed = greatest(s.confirmed, s.generation),
           idle_expires_at = least(s.expires_at, now() + $3 * interval '1 day')
      FROM users u
     WHERE s.id = $1 AND s.generation = $2 AND u.id = s.user_id AND u.is_active AND u.session_epoch = s.epoch
       AND s.ended_at IS NULL AND s.expires_at > now() AND s.idle_expires_at > now()
       AND (s.rotated_at IS NULL OR s.rotated_at <= now() - interval '10 seconds')
    RETURNING s.generation
  )
  SELECT s.user_id, s.secret, s.generation, s.confirmed, s.remember, r.generation AS rotated_to,
         s.ended_at IS NULL AND s.expires_at > now() AND s.idle_expires_at > now() AND u.is_active
           AND u.session_epoch = s.epoch AS live,
         coalesce(s.rotated_at > now() - interval '10 seconds', false) AS recent
    FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN rotated r ON true
   WHERE s.id = $1`;

export type Verdict = { generation: number } | 'again' | 'over' | 'stolen' | 'invalid';

/** The rule of rotation (docs/decisions/0005): which generation to answer with, or why none. */
export function judge(presented: number, row: RotationRow): Verdict {
  if (row.rotated_to !== null) return { generation: row.rotated_to };
  if (!row.live) return 'over';
  if (presented > row.generation) return 'invalid';
  if (presented === row.generation) return row.recent ? { generation: presented } : 'again';
  if (presented < row.generation - 1) return 'stolen';
  const successorWasUsed = row.confirmed >= row.generation;
  return !row.recent && successorWasUsed ? 'stolen' : { generation: row.generation };
}
