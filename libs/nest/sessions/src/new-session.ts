import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { type Device } from './devices/device';
import { type Session } from './session.entity';
import { type SessionOptions } from './session-options';

const DAY = 24 * 60 * 60 * 1000;
const HALF_A_DAY = DAY / 2;

/** A session before it is stored: its epoch is the database's to say. */
export type UnopenedSession = Omit<Session, 'epoch'>;

/** A session to be stored: it lives for SESSION_DAYS, or 12 hours where the browser is not to remember it. */
export function newSession(
  userId: string,
  device: Device,
  remember: boolean,
  options: SessionOptions,
): UnopenedSession {
  const now = Date.now();
  const life = remember ? options.days * DAY : HALF_A_DAY;
  return {
    id: uuid(),
    userId,
    secret: randomBytes(32),
    generation: 0,
    previous: 0,
    oldest: 0,
    skipped: [],
    confirmed: 0,
    rotatedAt: null,
    createdAt: new Date(now),
    lastSeenAt: new Date(now),
    expiresAt: new Date(now + life),
    idleExpiresAt: new Date(now + Math.min(life, options.idleDays * DAY)),
    remember,
    endedAt: null,
    endedReason: null,
    ...device,
  };
}

/**
 * Stores a session of a user ($1) who is active and, where a hash is given ($2), whose password hash is still that one; then ends
 * the oldest where the user has more than allowed ($11). FOR NO KEY UPDATE: where a change of the password is under way this
 * waits, and finds another hash; where this was first the change waits, and finds the session among those it ends. Two at once
 * take turns, so that both count.
 */
export const OPEN = `
  WITH opened AS (
    INSERT INTO sessions
      (user_id, epoch, id, secret, created_at, last_seen_at, expires_at, idle_expires_at, remember, user_agent, address)
    SELECT id, session_epoch, $3::uuid, $4::bytea, $5::timestamptz, $5::timestamptz, $6::timestamptz, $7::timestamptz,
           $8::boolean, $9, $10
      FROM users WHERE id = $1 AND password_hash = coalesce($2, password_hash) AND is_active FOR NO KEY UPDATE
    RETURNING user_id, id, epoch
  )
  SELECT epoch, keep_newest_sessions(user_id, id, $11) FROM opened`;

export const parametersOf = (session: UnopenedSession, perUser: number, passwordHash?: string): unknown[] => [
  ...[session.userId, passwordHash ?? null, session.id, session.secret, session.createdAt],
  ...[session.expiresAt, session.idleExpiresAt, session.remember, session.userAgent, session.address, perUser],
];
