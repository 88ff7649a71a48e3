import { Injectable } from '@nestjs/common';
import { Environment } from '@latchkey/api/environment';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, IsNull, Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Device } from './device';
import { LIVE, type LiveRow, liveSession, type LiveSession } from './live-session';
import { Session } from './session.entity';

const DAY = 24 * 60 * 60 * 1000;

@Injectable()
export class Sessions {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly environment: Environment,
  ) {}

  /** Opens a session on `device`; inside the caller's transaction where one is given. */
  async open(userId: string, device: Device, manager: EntityManager = this.sessions.manager): Promise<Session> {
    const now = new Date();
    const session = manager.create(Session, {
      id: uuid(),
      userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + this.environment.sessionDays * DAY),
      endedAt: null,
      endedReason: null,
      ...device,
    });
    await manager.insert(Session, session);
    return session;
  }

  /** The session with its user, unless it has ended or expired (by database time) or the user is disabled. One query. */
  async live(id: string): Promise<LiveSession | undefined> {
    const [row] = await this.sessions.query<LiveRow[]>(LIVE, [id]);
    return row && liveSession(row);
  }

  /** Ends a session for good; a second call changes nothing. */
  async end(id: string, reason: string): Promise<void> {
    await this.sessions.update({ id, endedAt: IsNull() }, { endedAt: () => 'now()', endedReason: reason });
  }
}
