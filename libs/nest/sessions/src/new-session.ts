import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { type Device } from './devices/device';
import { type Session } from './session.entity';
import { type SessionOptions } from './session-options';

const DAY = 24 * 60 * 60 * 1000;
const HALF_A_DAY = DAY / 2;

/** A session to be stored: it lives for SESSION_DAYS, or 12 hours where the browser is not to remember it. */
export function newSession(userId: string, device: Device, remember: boolean, options: SessionOptions): Session {
  const now = Date.now();
  const life = remember ? options.days * DAY : HALF_A_DAY;
  return {
    id: uuid(),
    userId,
    secret: randomBytes(32),
    generation: 0,
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
 * Stores a session if the user's password hash ($2) is still the one that was checked, and the user active. FOR SHARE: where a
 * change of the password is under way this waits, and finds another hash; where this was first the change waits, and finds the
 * session among those it ends.
 */
export const OPEN_IF_UNCHANGED = `
  INSERT INTO sessions
    (user_id, id, secret, created_at, last_seen_at, expires_at, idle_expires_at, remember, user_agent, address)
  SELECT id, $3::uuid, $4::bytea, $5::timestamptz, $5::timestamptz, $6::timestamptz, $7::timestamptz, $8::boolean, $9, $10
    FROM users WHERE id = $1 AND password_hash = $2 AND is_active FOR SHARE
  RETURNING id`;

export const parametersOf = (session: Session, passwordHash: string): unknown[] => [
  ...[session.userId, passwordHash, session.id, session.secret, session.createdAt],
  ...[session.expiresAt, session.idleExpiresAt, session.remember, session.userAgent, session.address],
];
