import { Injectable } from '@nestjs/common';
import { Environment } from '@latchkey/api/environment';
import { InjectRepository } from '@nestjs/typeorm';
import { randomBytes } from 'node:crypto';
import { IsNull, Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Device } from './device';
import { LIVE, type LiveRow, liveSession, type LiveSession } from './live-session';
import { SessionCache } from './session-cache';
import { Session } from './session.entity';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const HOURS_WHERE_NOT_REMEMBERED = 12;

@Injectable()
export class Sessions {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly environment: Environment,
    private readonly cache: SessionCache,
  ) {}

  /** Opens a session on `device`; inside the caller's transaction where one is given. */
  async open(userId: string, device: Device, remember = true, manager = this.sessions.manager): Promise<Session> {
    const now = Date.now();
    const life = remember ? this.environment.sessionDays * DAY : HOURS_WHERE_NOT_REMEMBERED * 60 * MINUTE;
    const session = manager.create(Session, {
      id: uuid(),
      userId,
      secret: randomBytes(32),
      generation: 0,
      confirmed: 0,
      rotatedAt: null,
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      expiresAt: new Date(now + life),
      idleExpiresAt: new Date(now + Math.min(life, this.environment.sessionIdleDays * DAY)),
      remember,
      endedAt: null,
      endedReason: null,
      ...device,
    });
    await manager.insert(Session, session);
    return session;
  }

  /**
   * The session with its user, unless it has ended or expired (by database time) or the user is disabled. From memory where
   * that may be believed, else one query. `generation` is the token's: that it was seen in use is noted once.
   */
  async live(id: string, generation: number): Promise<LiveSession | undefined> {
    const count = this.cache.count();
    const live = this.cache.session(id) ?? (await this.read(id, count));
    if (live && this.isNews(live, generation)) await this.noteUse(live, generation);
    return live;
  }

  /** Ends a session for good, on every replica before long and on this one at once; a second call changes nothing. */
  async end(id: string, reason: string): Promise<void> {
    await this.sessions.update({ id, endedAt: IsNull() }, { endedAt: () => 'now()', endedReason: reason });
    this.cache.drop(id);
  }

  private async read(id: string, count: number): Promise<LiveSession | undefined> {
    const [row] = await this.sessions.query<LiveRow[]>(LIVE, [id]);
    const live = row && liveSession(row);
    if (live) this.cache.keep(live, count);
    return live;
  }

  private isNews({ session }: LiveSession, generation: number): boolean {
    return generation > session.confirmed || Date.now() - session.lastSeenAt.getTime() > MINUTE;
  }

  /** A refresh token that was followed by a call has arrived: were its forerunner to come again, that would be theft. */
  private async noteUse({ session }: LiveSession, generation: number): Promise<void> {
    session.confirmed = Math.max(session.confirmed, generation);
    session.lastSeenAt = new Date();
    const use = 'UPDATE sessions SET confirmed = greatest(confirmed, $2), last_seen_at = now() WHERE id = $1';
    await this.sessions.query(use, [session.id, generation]);
  }
}
