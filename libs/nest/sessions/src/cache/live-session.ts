import { type Role } from '@latchkey/contract';
import { ownColumns, type UserNow } from '@latchkey/nest/users';
import { type Generations } from '../refresh/generations';
import { type Session } from '../session.entity';

/** A session that is good now, and whose it is. */
export interface LiveSession {
  session: Pick<Session, 'id' | 'userId' | 'createdAt' | 'expiresAt' | 'confirmed' | 'lastSeenAt'> & Generations;
  user: UserNow;
}

/** Written out, since every request runs it and building it anew costs a fifth of the answer (`npm run bench -- status`); once a process. */
export const liveStatement = (): string => `
  SELECT s.id, s.user_id, s.created_at, s.expires_at, s.confirmed, s.last_seen_at,
         s.generation, s.previous, s.oldest, s.skipped,
         extract(epoch FROM least(s.expires_at, s.idle_expires_at) - now())::float8 AS seconds_left,
         u.email, u.username, u.display_name, u.roles, u.is_active, u.registered_on${ownColumns()
           .map(({ field, name }) => `, u."${name}" AS "own ${field}"`)
           .join('')}
    FROM sessions s
    JOIN users u ON u.id = s.user_id AND u.is_active AND u.session_epoch = s.epoch
   WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > now() AND s.idle_expires_at > now()`;

/** The same of a row of `sessions` alone, for statements that do not join its user. */
export const IS_LIVE = `ended_at IS NULL AND expires_at > now() AND idle_expires_at > now()
  AND epoch = (SELECT session_epoch FROM users WHERE id = user_id)`;

/** Why a session ($1), of a user ($2) where the token names one, is not among those. */
export const OVER = `
  SELECT CASE WHEN 'too_many_sessions' IN (s.ended_reason, e.reason) THEN 'the oldest of more than SESSIONS_PER_USER'
              WHEN s.ended_at IS NOT NULL THEN 'ended (' || coalesce(s.ended_reason, 'no reason noted') || ')'
              WHEN s.epoch <> u.session_epoch THEN 'ended (' || coalesce(e.reason, 'no reason noted') || ')'
              WHEN s.expires_at <= now() THEN 'past its life, SESSION_DAYS'
              WHEN s.idle_expires_at <= now() THEN 'unused for longer than SESSION_IDLE_DAYS'
              WHEN NOT u.is_active THEN 'its user is disabled' ELSE 'changed this moment' END AS reason
    FROM sessions s JOIN users u ON u.id = s.user_id
    LEFT JOIN session_ends e ON e.user_id = s.user_id AND e.epoch = s.epoch
   WHERE s.id = $1 AND u.id = coalesce($2, u.id)`;

export interface LiveRow {
  id: string;
  user_id: string;
  created_at: Date;
  expires_at: Date;
  confirmed: number;
  last_seen_at: Date;
  generation: number;
  previous: number;
  oldest: number;
  skipped: number[];
  /** Until its absolute or its idle end, by database time. */
  seconds_left: number;
  email: string | null;
  username: string | null;
  display_name: string | null;
  roles: Role[];
  is_active: boolean;
  registered_on: Date;
}

/** The application's own, under names that none of ours can have. */
const ownFieldsOf = (row: LiveRow): Record<string, unknown> =>
  Object.fromEntries(
    ownColumns().map(({ field }) => [field, (row as unknown as Record<string, unknown>)[`own ${field}`]]),
  );

export function liveSession(row: LiveRow): LiveSession {
  return {
    session: {
      id: row.id,
      userId: row.user_id,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      confirmed: row.confirmed,
      lastSeenAt: row.last_seen_at,
      generation: row.generation,
      previous: row.previous,
      oldest: row.oldest,
      skipped: row.skipped,
    },
    user: {
      id: row.user_id,
      email: row.email,
      username: row.username,
      displayName: row.display_name,
      roles: row.roles,
      isActive: row.is_active,
      registeredOn: row.registered_on,
      ...ownFieldsOf(row),
    } as UserNow,
  };
}
