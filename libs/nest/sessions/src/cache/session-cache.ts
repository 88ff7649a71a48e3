import { Injectable } from '@nestjs/common';
import { Notifications } from '@latchkey/nest/database';
import { hash } from 'node:crypto';
import { SessionOptions } from '../session-options';
import { type LiveSession } from './live-session';

/** Milliseconds a session is believed without asking again, unless it ends before. */
const LONGEST = 60_000;
/** Access tokens remembered a session: one in use, and those a second tab still holds. */
const TOKENS = 8;

/** An access token whose signature and claims were good when it was first seen. */
export interface CheckedToken {
  /** The token's end, and the moment until which it may be believed: this, or its key's end. Seconds since 1970. */
  exp: number;
  until: number;
}

interface Entry {
  live: LiveSession;
  /** By performance.now(). */
  until: number;
  tokens: Map<string, CheckedToken>;
}

/**
 * Sessions and tokens that this process need not ask after again: bounded in number and age, dropped when another replica or
 * the command line says that they changed, and not believed at all while that link is down.
 */
@Injectable()
export class SessionCache {
  private readonly entries = new Map<string, Entry>();
  private readonly sidByToken = new Map<string, string>();
  private readonly sidsByUser = new Map<string, Set<string>>();
  private changes = 0;
  private readonly size: number;

  constructor(
    private readonly notifications: Notifications,
    options: SessionOptions,
  ) {
    this.size = options.cacheSize;
    notifications.on('told', (payload) => this.hear(payload));
    notifications.on('missed', () => this.clear());
  }

  /** Session and claims of a token that was checked before, if both still hold. Failures are never remembered. */
  find(token: string): (LiveSession & CheckedToken) | undefined {
    const key = keyOf(token);
    const entry = this.entry(this.sidByToken.get(key));
    const checked = entry?.tokens.get(key);
    if (!entry || !checked || checked.until <= Date.now() / 1000) return undefined;
    return { ...entry.live, ...checked };
  }

  /** The session, if it is remembered and may be believed. */
  session(sid: string): LiveSession | undefined {
    return this.entry(sid)?.live;
  }

  /** To be asked before a session is read, and handed to `keep`: a session that changed meanwhile is not kept. */
  count(): number {
    return this.changes;
  }

  /** Remembers a session until its own `end`, by performance.now(), and not for longer than a minute. */
  keep(live: LiveSession, countBefore: number, end: number): void {
    if (countBefore !== this.changes || this.size === 0) return;
    const { id, userId } = live.session;
    this.forget(id);
    for (const oldest of this.entries.keys()) {
      if (this.entries.size < this.size) break;
      this.forget(oldest);
    }
    this.entries.set(id, { live, until: Math.min(end, performance.now() + LONGEST), tokens: new Map() });
    const sids = this.sidsByUser.get(userId) ?? new Set();
    this.sidsByUser.set(userId, sids.add(id));
  }

  /** Remembers a checked token with the very reading of its session that it was checked against: a later one may refuse it. */
  keepToken(token: string, session: LiveSession['session'], checked: CheckedToken): void {
    const entry = this.entries.get(session.id);
    if (entry?.live.session !== session) return;
    for (const oldest of entry.tokens.keys()) {
      if (entry.tokens.size < TOKENS) break;
      entry.tokens.delete(oldest);
      this.sidByToken.delete(oldest);
    }
    const key = keyOf(token);
    entry.tokens.set(key, checked);
    this.sidByToken.set(key, session.id);
  }

  /** The session changed: whoever reads it now reads it anew. */
  drop(sid: string): void {
    this.changes += 1;
    this.forget(sid);
  }

  /** All sessions of a user changed. */
  dropUser(userId: string): void {
    this.changes += 1;
    for (const sid of [...(this.sidsByUser.get(userId) ?? [])]) this.forget(sid);
  }

  private entry(sid: string | undefined): Entry | undefined {
    if (sid === undefined || !this.notifications.isFresh()) return undefined;
    const entry = this.entries.get(sid);
    return entry && performance.now() < entry.until ? entry : undefined;
  }

  private hear(payload: string): void {
    const [kind, id = ''] = payload.split(':', 2);
    if (kind === 'session') this.drop(id);
    else if (kind === 'user') this.dropUser(id);
  }

  private clear(): void {
    this.changes += 1;
    for (const map of [this.entries, this.sidByToken, this.sidsByUser]) map.clear();
  }

  private forget(sid: string): void {
    const entry = this.entries.get(sid);
    if (!entry) return;
    this.entries.delete(sid);
    for (const key of entry.tokens.keys()) this.sidByToken.delete(key);
    const sids = this.sidsByUser.get(entry.live.session.userId);
    sids?.delete(sid);
    if (sids?.size === 0) this.sidsByUser.delete(entry.live.session.userId);
  }
}

const keyOf = (token: string): string => hash('sha256', token, 'base64');
