import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  type LoginBody,
  type RefreshAnswer,
  type RegisterBody,
  type SignedInAnswer,
  type Status,
  type StatusAnswer,
} from '@latchkey/contract';
import { firstValueFrom } from 'rxjs';
import { Api } from './api-origin';
import { oneAtATime } from './one-at-a-time';
import { OtherTabs, type TokenChange } from './other-tabs';
import { isPassing, type Problem, problemOf } from './problem';
import { storedToken } from './stored-token';

const ENDED = 'Your session has ended. Please log in again.';
const REVOKED = 'You were signed out, here or on another device. Please log in again.';
/** Milliseconds before its end at which a token is exchanged, and after which a failed exchange is tried again. */
const AHEAD = 60_000;
const RETRY = 15_000;
/** The longest a browser's timer can wait, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Who is signed in on this browser. Everything it tells is a signal. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly api = inject(Api);
  private readonly otherTabs = new OtherTabs();

  private readonly currentToken = signal(storedToken.read());
  private readonly currentUser = signal<Status | null>(null);
  private readonly currentProblem = signal<Problem | null>(null);
  private restoring: Promise<void> | undefined;
  private refreshing: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The access token to send, or null. */
  readonly token = this.currentToken.asReadonly();
  /** Who is signed in; null when nobody is, or while the server can't be asked. */
  readonly user = this.currentUser.asReadonly();
  /** Why the server could not be asked who is signed in; null when it answered. */
  readonly problem = this.currentProblem.asReadonly();
  /** True while a token is held that the server has not refused. */
  readonly isAuthenticated = computed(() => this.currentToken() !== null);
  /** When the access token expires, in milliseconds by this browser's clock. */
  readonly expiresAt = signal(0);
  /** Why one was signed out, for the login page to show. */
  readonly notice = signal<string | null>(null);

  constructor() {
    this.otherTabs.onChange((change) => this.follow(change));
  }

  /** Settles once it is known whether a token kept from before still holds, or that the server can't be asked. */
  ready(): Promise<void> {
    if (this.currentUser() || !this.currentToken()) return Promise.resolve();
    this.restoring ??= this.askWhoIsSignedIn().finally(() => (this.restoring = undefined));
    return this.restoring;
  }

  /** Throws the HttpErrorResponse of a refused login. */
  async signIn(body: LoginBody): Promise<void> {
    await this.enter('/auth/login', body);
  }

  /** Throws the HttpErrorResponse of a refused registration. */
  async register(body: RegisterBody): Promise<void> {
    await this.enter('/auth/register', body);
  }

  /** Forgets the token at once and tells the server; one who is offline is signed out here all the same. */
  async signOut(): Promise<void> {
    const token = this.currentToken();
    this.forget(null);
    await this.router.navigateByUrl('/login');
    if (!token) return;
    const options = { headers: { Authorization: `Bearer ${token}` }, withCredentials: true };
    await firstValueFrom(this.http.post(this.api.url('/auth/logout'), {}, options)).catch(() => undefined);
  }

  /** Exchanges the token for a new one: once at a time in this browser, whoever asks meanwhile waits for the same. */
  refresh(): Promise<void> {
    this.refreshing ??= oneAtATime(() => this.exchange()).finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  /** Settles when no exchange is under way. */
  settled(): Promise<void> | undefined {
    return this.refreshing;
  }

  /** The server refused `token`: if it is still the current one, its session is over and guarded pages are left. */
  ended(token: string, code: Problem['code']): void {
    if (token !== this.currentToken()) return;
    this.forget(code === 'session_revoked' ? REVOKED : ENDED);
    this.guardAgain();
  }

  private async enter(path: string, body: LoginBody): Promise<void> {
    const sent = this.http.post<SignedInAnswer>(this.api.url(path), body, { withCredentials: true });
    const answer = await firstValueFrom(sent);
    this.keep(answer.auth_token, body.remember);
    this.notice.set(null);
    this.hold({ ...answer.data, expires_in: answer.expires_in });
  }

  private async askWhoIsSignedIn(): Promise<void> {
    try {
      const { data } = await firstValueFrom(this.http.get<StatusAnswer>(this.api.url('/auth/status')));
      if (this.currentToken()) this.hold(data);
    } catch (error) {
      const problem = problemOf(error);
      if (isPassing(problem) && this.currentToken()) this.currentProblem.set(problem);
    }
  }

  /** An answer that comes after somebody else signed in, or out, is dropped. */
  private async exchange(): Promise<void> {
    const before = this.currentToken();
    if (!before || this.adoptStored(before)) return;
    const sent = this.http.post<RefreshAnswer>(this.api.url('/auth/refresh'), {}, { withCredentials: true });
    try {
      const { auth_token, expires_in } = await firstValueFrom(sent);
      if (before !== this.currentToken()) return;
      this.keep(auth_token);
      this.schedule(expires_in);
    } catch (error) {
      const { code } = problemOf(error);
      if (code === 'session_revoked' || code.startsWith('refresh_')) this.ended(before, code);
      else if (before === this.currentToken()) this.wake(RETRY);
    }
  }

  /** True where another tab has exchanged the token already. */
  private adoptStored(before: string): boolean {
    const stored = storedToken.read();
    if (!stored || stored === before) return false;
    this.currentToken.set(stored);
    void this.askWhoIsSignedIn();
    return true;
  }

  /** Another tab's token, which was this one's as well, gave way to another. */
  private follow({ before, after }: TokenChange): void {
    if (before !== this.currentToken()) return;
    if (!after) return this.ended(before as string, 'session_revoked');
    this.currentToken.set(after);
    if (before === null) void this.ready().then(() => this.guardAgain());
    else void this.askWhoIsSignedIn();
  }

  /** What one tab alone is to know the others are not told. */
  private keep(token: string, remember?: boolean): void {
    const before = this.currentToken();
    storedToken.write(token, remember);
    this.currentToken.set(token);
    if (!storedToken.isForThisTab()) this.otherTabs.tell({ before, after: token });
  }

  private hold(user: Status): void {
    this.currentUser.set(user);
    this.currentProblem.set(null);
    this.schedule(user.expires_in);
  }

  private schedule(seconds: number): void {
    this.expiresAt.set(Date.now() + seconds * 1000);
    this.wake(Math.max(seconds * 1000 - AHEAD, (seconds * 1000) / 2));
  }

  private wake(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), Math.min(milliseconds, LONGEST_TIMER));
  }

  private forget(notice: string | null): void {
    clearTimeout(this.timer);
    const before = this.currentToken();
    if (before === storedToken.read()) storedToken.clear();
    if (before) this.otherTabs.tell({ before, after: null });
    this.currentToken.set(null);
    this.currentUser.set(null);
    this.currentProblem.set(null);
    this.notice.set(notice);
  }

  /** Has the page one is on ask its guard once more; an open page stays. */
  private guardAgain(): void {
    if (this.router.navigated) void this.router.navigateByUrl(this.router.url, { onSameUrlNavigation: 'reload' });
  }
}
