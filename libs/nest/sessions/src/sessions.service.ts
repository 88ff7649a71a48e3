import { Injectable } from '@nestjs/common';
import { PreparedStatements } from '@latchkey/nest/database';
import { type Hint } from '@latchkey/contract';
import { type User } from '@latchkey/nest/users';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, Repository } from 'typeorm';
import { type Device } from './devices/device';
import { LIVE, type LiveRow, liveSession, type LiveSession, OVER } from './cache/live-session';
import { newSession, OPEN_IF_UNCHANGED, parametersOf } from './new-session';
import { SessionCache } from './cache/session-cache';
import { Session } from './session.entity';
import { SessionOptions } from './session-options';
import { SessionRevoked } from './tokens/token-failures';

const MINUTE = 60 * 1000;

/** The database asks once more: another request, or another replica, may have written it a moment ago. */
const NOTE_USE = `
  UPDATE sessions SET confirmed = greatest(confirmed, $2), last_seen_at = now()
   WHERE id = $1 AND (confirmed < $2 OR last_seen_at < now() - interval '1 minute')`;

@Injectable()
export class Sessions {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly options: SessionOptions,
    private readonly cache: SessionCache,
    private readonly statements: PreparedStatements,
  ) {}

  /** Opens a session on `device`; inside the caller's transaction where one is given. */
  async open(userId: string, device: Device, remember = true, manager = this.sessions.manager): Promise<Session> {
    const session = newSession(userId, device, remember, this.options);
    await manager.insert(Session, session);
    return session;
  }

  /**
   * Opens a session for somebody whose password was checked; none where that password was changed since `user` was read, or
   * the user disabled or deleted. One statement, which waits for a change that is under way.
   */
  async openIfUnchanged(user: User, device: Device, remember = true): Promise<Session | undefined> {
    const session = newSession(user.id, device, remember, this.options);
    const rows = await this.sessions.query<unknown[]>(OPEN_IF_UNCHANGED, parametersOf(session, user.passwordHash));
    return rows.length > 0 ? session : undefined;
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

  /**
   * Ends all sessions of a user but the one to keep, on every replica. Inside a transaction of the caller's, who calls
   * `forget` once it is done, where a manager is given.
   */
  async endAll(userId: string, reason: string, keep?: string, manager = this.sessions.manager): Promise<void> {
    const others = keep === undefined ? {} : { id: Not(keep) };
    await manager.update(
      Session,
      { userId, endedAt: IsNull(), ...others },
      { endedAt: () => 'now()', endedReason: reason },
    );
    this.cache.dropUser(userId);
  }

  /** Moves the idle end on, as a refresh does, for clients whose refreshing does not rotate; never past the session's own end. */
  async keepOpen(id: string): Promise<void> {
    const later = `UPDATE sessions SET idle_expires_at = least(expires_at, now() + $2 * interval '1 day')
                    WHERE id = $1 AND ended_at IS NULL AND expires_at > now() AND idle_expires_at > now()`;
    await this.sessions.query(later, [id, this.options.idleDays]);
  }

  /** What a user is or may do has changed: this replica reads it anew before it answers, the others are told by the database. */
  forget(userId: string): void {
    this.cache.dropUser(userId);
  }

  /** For a change that had to wait for another one: throws SessionRevoked where that one ended the session it is made from. */
  async requireLive(id: string, manager = this.sessions.manager): Promise<void> {
    const isLive = await manager.existsBy(Session, { id, endedAt: IsNull() });
    if (!isLive) throw new SessionRevoked(await this.whyOver(id, undefined, manager));
  }

  /** Why the session of a good token is over, for who sent it; `userId` is the token's, where it has one. One more query, for refusals alone. */
  async whyOver(id: string, userId?: string, manager = this.sessions.manager): Promise<Hint> {
    const [row] = await manager.query<{ reason: string }[]>(OVER, [id, userId]);
    const expected = 'a session that is still going on';
    return { check: 'session', expected, found: row?.reason ?? 'no such session', advice: 'Log in again.' };
  }

  private async read(id: string, count: number): Promise<LiveSession | undefined> {
    const asked = performance.now();
    const [row] = await this.statements.run<LiveRow>('live', LIVE, [id]);
    if (!row) return undefined;
    const live = liveSession(row);
    this.cache.keep(live, count, asked + row.seconds_left * 1000);
    return live;
  }

  private isNews({ session }: LiveSession, generation: number): boolean {
    return generation > session.confirmed || Date.now() - session.lastSeenAt.getTime() > MINUTE;
  }

  /** A refresh token that was followed by a call has arrived: were its forerunner to come again, that would be theft. */
  private async noteUse({ session }: LiveSession, generation: number): Promise<void> {
    session.confirmed = Math.max(session.confirmed, generation);
    session.lastSeenAt = new Date();
    await this.sessions.query(NOTE_USE, [session.id, generation]);
  }
}
