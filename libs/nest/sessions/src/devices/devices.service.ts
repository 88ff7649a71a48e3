import { Injectable } from '@nestjs/common';
import { Aftermath } from '@latchkey/nest/users';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { SessionNotFound } from './device-failures';
import { SessionCache } from '../cache/session-cache';
import { Session } from '../session.entity';

/** The most devices that are listed; who has more ends them all at once. */
const MOST = 100;
/** The most sessions that an export lists. */
const MOST_EXPORTED = 1000;
/** Those of a user ($1), found by an index that holds no others. */
const LIVE = `user_id = $1 AND epoch = (SELECT session_epoch FROM users WHERE id = $1)
  AND ended_at IS NULL AND expires_at > now() AND idle_expires_at > now()`;

export type DeviceRow = Pick<Session, 'id' | 'userAgent' | 'address' | 'createdAt' | 'lastSeenAt'>;
export type PastSession = DeviceRow & Pick<Session, 'expiresAt' | 'endedAt' | 'endedReason'>;

/** The sessions of one user, as their owner sees and ends them. Nobody else's can be named here. */
@Injectable()
export class Devices {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly cache: SessionCache,
    private readonly aftermath: Aftermath,
  ) {}

  /** The user's live sessions, the one used last first. */
  of(userId: string): Promise<DeviceRow[]> {
    return this.sessions.query(
      `SELECT id, user_agent AS "userAgent", address, created_at AS "createdAt", last_seen_at AS "lastSeenAt"
         FROM sessions WHERE ${LIVE} ORDER BY last_seen_at DESC, id DESC LIMIT ${MOST}`,
      [userId],
    );
  }

  /** When each of these users was last seen, of those with a session that is stored: one range of an index for each of them. */
  async lastSeen(userIds: string[]): Promise<Map<string, Date>> {
    const rows = await this.sessions.query<{ id: string; at: Date }[]>(
      'SELECT user_id AS id, max(last_seen_at) AS at FROM sessions WHERE user_id = ANY ($1) GROUP BY user_id',
      [userIds],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  /** The newest thousand of the user's sessions that are stored, those that are over too. */
  history(userId: string): Promise<PastSession[]> {
    return this.sessions.query(
      `SELECT s.id, user_agent AS "userAgent", address, created_at AS "createdAt", last_seen_at AS "lastSeenAt",
              expires_at AS "expiresAt", coalesce(s.ended_at, e.ended_at) AS "endedAt", coalesce(ended_reason, reason) AS "endedReason"
         FROM sessions s LEFT JOIN session_ends e ON e.user_id = s.user_id AND e.epoch = s.epoch
        WHERE s.user_id = $1 ORDER BY created_at DESC LIMIT ${MOST_EXPORTED}`,
      [userId],
    );
  }

  /** Ends a live session of the user's. Throws SessionNotFound for any other, be it somebody else's or nobody's. */
  async end(userId: string, id: string): Promise<void> {
    const revoke = `UPDATE sessions SET ended_at = now(), ended_reason = 'revoked' WHERE id = $2 AND ${LIVE}`;
    const [, ended] = isUuid(id) ? await this.sessions.query<[unknown, number]>(revoke, [userId, id]) : [[], 0];
    if (ended === 0) throw new SessionNotFound();
    this.cache.drop(id);
    this.aftermath.sessionEnded({ userId, sessionId: id, reason: 'revoked' });
  }
}
