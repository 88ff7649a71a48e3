import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { SessionNotFound } from './device-failures';
import { SessionCache } from '../cache/session-cache';
import { Session } from '../session.entity';

/** The most devices that are listed; who has more ends them all at once. */
const MOST = 100;
/** The same rule as in live-session.ts. */
const IS_LIVE = 'ended_at IS NULL AND expires_at > now() AND idle_expires_at > now()';

export type DeviceRow = Pick<Session, 'id' | 'userAgent' | 'address' | 'createdAt' | 'lastSeenAt'>;

/** The sessions of one user, as their owner sees and ends them. Nobody else's can be named here. */
@Injectable()
export class Devices {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly cache: SessionCache,
  ) {}

  /** The user's live sessions, the one used last first. */
  of(userId: string): Promise<DeviceRow[]> {
    return this.sessions.query(
      `SELECT id, user_agent AS "userAgent", address, created_at AS "createdAt", last_seen_at AS "lastSeenAt"
         FROM sessions WHERE user_id = $1 AND ${IS_LIVE} ORDER BY last_seen_at DESC, id DESC LIMIT ${MOST}`,
      [userId],
    );
  }

  /** All of the user's sessions that are stored, those that are over too, the newest first. */
  history(userId: string): Promise<Session[]> {
    return this.sessions.find({ where: { userId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** Ends a live session of the user's. Throws SessionNotFound for any other, be it somebody else's or nobody's. */
  async end(userId: string, id: string): Promise<void> {
    if (!isUuid(id) || (await this.revoke(`user_id = $1 AND id = $2`, [userId, id])) === 0) throw new SessionNotFound();
    this.cache.drop(id);
  }

  /** Ends the user's live sessions but the one to keep; answers how many those were. */
  async endOthers(userId: string, keep: string): Promise<number> {
    const ended = await this.revoke('user_id = $1 AND id <> $2', [userId, keep]);
    this.cache.dropUser(userId);
    return ended;
  }

  private async revoke(which: string, parameters: string[]): Promise<number> {
    const statement = `UPDATE sessions SET ended_at = now(), ended_reason = 'revoked' WHERE ${which} AND ${IS_LIVE}`;
    const [, affected] = await this.sessions.query<[unknown, number]>(statement, parameters);
    return affected;
  }
}
