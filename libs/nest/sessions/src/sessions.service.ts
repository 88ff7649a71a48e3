import { Injectable } from '@nestjs/common';
import { PreparedStatements } from '@latchkey/nest/database';
import { type Hint } from '@latchkey/contract';
import { Aftermath, type User } from '@latchkey/nest/users';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { type Device } from './devices/device';
import { IS_LIVE, type LiveRow, liveSession, type LiveSession, liveStatement, OVER } from './cache/live-session';
import { newSession, OPEN, parametersOf, type UnopenedSession } from './new-session';
import { SessionCache } from './cache/session-cache';
import { standing } from './refresh/generations';
import { Session } from './session.entity';
import { SessionOptions } from './session-options';
import { SessionRevoked, TokenExpired } from './tokens/token-failures';

const MINUTE = 60 * 1000;

/** The database asks once more: another request, or another replica, may have written it a moment ago. */
const NOTE_USE = `
  UPDATE sessions SET confirmed = greatest(confirmed, $2), last_seen_at = now()
   WHERE id = $1 AND (confirmed < $2 OR last_seen_at < now() - interval '1 minute')`;

/** What is good from here on is the next generation, and no older token. */
const RENEW = `
  UPDATE sessions
     SET (generation, previous, oldest, confirmed, skipped, rotated_at)
       = (generation + 1, generation + 1, generation + 1, generation + 1, '{}', now())
   WHERE id = $1 AND ${IS_LIVE} RETURNING id, user_id AS "userId", generation, secret, remember`;

const OUTDATED = {
  check: 'gen',
  expected: 'a token from after the last change of the password',
  found: 'one from before it',
  advice: 'Use the token that the answer to the change brought, or exchange the refresh token at POST /auth/refresh.',
};

/** All that tokens are made of. */
export type RenewedSession = Pick<Session, 'id' | 'userId' | 'generation' | 'secret' | 'remember'>;

const END =
  'UPDATE sessions SET ended_at = now(), ended_reason = $2 WHERE id = $1 AND ended_at IS NULL RETURNING user_id';
const END_ALL = 'SELECT end_sessions($1, $2, $3) AS ended';

@Injectable()
export class Sessions {
  private readonly liveText = liveStatement();

  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly options: SessionOptions,
    private readonly cache: SessionCache,
    private readonly statements: PreparedStatements,
    private readonly aftermath: Aftermath,
  ) {}

  /**
   * Opens a session on `device`, and ends the oldest of more than SESSIONS_PER_USER; inside the caller's transaction where one
   * is given. Throws SessionRevoked where the user was disabled or deleted meanwhile.
   */
  async open(userId: string, device: Device, remember = true, manager = this.sessions.manager): Promise<Session> {
    const unopened = newSession(userId, device, remember, this.options);
    const session = await this.store(unopened, undefined, manager);
    if (!session) throw new SessionRevoked(await this.whyOver(unopened.id, userId, manager));
    return session;
  }

  /**
   * The same for somebody whose password was checked; none where that password was changed since `user` was read, or the user
   * disabled or deleted. One statement, which waits for a change that is under way.
   */
  openIfUnchanged(user: User, device: Device, remember = true): Promise<Session | undefined> {
    return this.store(newSession(user.id, device, remember, this.options), user.passwordHash);
  }

  /**
   * The session with its user, unless it has ended or expired (by database time) or the user is disabled. From memory where
   * that may be believed, else one query. `generation` is the token's: that it was seen in use is noted once, and one that was
   * skipped ends the session. Throws TokenExpired where the session's tokens were renewed since.
   */
  async live(id: string, generation: number): Promise<LiveSession | undefined> {
    const count = this.cache.count();
    const live = this.cache.session(id) ?? (await this.read(id, count));
    if (!live) return undefined;
    const worth = standing(generation, live.session);
    if (worth === 'outdated') throw new TokenExpired(OUTDATED);
    if (worth === 'skipped') return this.stolen(id);
    if (this.isNews(live, generation)) await this.noteUse(live, generation);
    return live;
  }

  /** Ends a session for good, on every replica before long and on this one at once; a second call changes nothing. */
  async end(id: string, reason: string): Promise<void> {
    const [[ended]] = await this.sessions.query<[{ user_id: string }[], number]>(END, [id, reason]);
    this.cache.drop(id);
    if (ended) this.aftermath.sessionEnded({ userId: ended.user_id, sessionId: id, reason });
  }

  /**
   * Ends all sessions of a user but the one to keep, on every replica, by a write whose cost is the same however many there are;
   * answers how many were live, of which 1,000 are counted. Inside a transaction of the caller's, who calls `forget` once it is
   * done and tells `Aftermath`, where a manager is given. Throws SessionRevoked where the one to keep is over itself; then none is ended.
   */
  async endAll(userId: string, reason: string, keep?: string, manager = this.sessions.manager): Promise<number> {
    const kept = keep === undefined ? [] : [keep];
    const [row] = await manager.query<{ ended: number | null }[]>(END_ALL, [userId, reason, kept]);
    this.cache.dropUser(userId);
    if (keep !== undefined && row?.ended == null) throw new SessionRevoked(await this.whyOver(keep, userId, manager));
    if (manager === this.sessions.manager)
      this.aftermath.sessionEnded({ userId, reason, ...(keep !== undefined && { kept: keep }) });
    return row?.ended ?? 0;
  }

  /**
   * Has every token of a session refused that was issued so far; answers what to issue new ones from. Inside a transaction of
   * the caller's, who calls `forget` once it is done. Throws SessionRevoked where it is over.
   */
  async renew(id: string, manager = this.sessions.manager): Promise<RenewedSession> {
    const [[renewed]] = await manager.query<[RenewedSession[], number]>(RENEW, [id]);
    if (!renewed) throw new SessionRevoked(await this.whyOver(id, undefined, manager));
    return renewed;
  }

  /** Moves the idle end on, as a refresh does, for clients whose refreshing does not rotate; never past the session's own end. */
  async keepOpen(id: string): Promise<void> {
    const later = `UPDATE sessions SET idle_expires_at = least(expires_at, now() + $2 * interval '1 day')
                    WHERE id = $1 AND ${IS_LIVE}`;
    await this.sessions.query(later, [id, this.options.idleDays]);
  }

  /** What a user is or may do has changed: this replica reads it anew before it answers, the others are told by the database. */
  forget(userId: string): void {
    this.cache.dropUser(userId);
  }

  /** For a change that had to wait for another one: throws SessionRevoked where that one ended the session it is made from. */
  async requireLive(id: string, manager = this.sessions.manager): Promise<void> {
    const [live] = await manager.query<unknown[]>(`SELECT FROM sessions WHERE id = $1 AND ${IS_LIVE}`, [id]);
    if (!live) throw new SessionRevoked(await this.whyOver(id, undefined, manager));
  }

  /** Why the session of a good token is over, for who sent it; `userId` is the token's, where it has one. One more query, for refusals alone. */
  async whyOver(id: string, userId?: string, manager = this.sessions.manager): Promise<Hint> {
    const [row] = await manager.query<{ reason: string }[]>(OVER, [id, userId]);
    const expected = 'a session that is still going on';
    return { check: 'session', expected, found: row?.reason ?? 'no such session', advice: 'Log in again.' };
  }

  private async store(unopened: UnopenedSession, passwordHash?: string, manager = this.sessions.manager) {
    const parameters = parametersOf(unopened, this.options.perUser, passwordHash);
    const [opened] = await manager.query<{ epoch: number }[]>(OPEN, parameters);
    return opened && { ...unopened, epoch: opened.epoch };
  }

  private async stolen(id: string): Promise<undefined> {
    await this.end(id, 'refresh_reused');
    return undefined;
  }

  private async read(id: string, count: number): Promise<LiveSession | undefined> {
    const asked = performance.now();
    const [row] = await this.statements.run<LiveRow>('live', this.liveText, [id]);
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
