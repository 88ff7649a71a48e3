import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  type LoginBody,
  type RegisterBody,
  type SignedInAnswer,
  type Status,
  type StatusAnswer,
} from '@latchkey/contract';
import { firstValueFrom } from 'rxjs';
import { Api } from './api-origin';
import { isPassing, type Problem, problemOf } from './problem';
import { storedToken } from './stored-token';

const ENDED = 'Your session has ended. Please log in again.';
const REVOKED = 'You were signed out, here or on another device. Please log in again.';
/** The longest a browser's timer can wait, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Who is signed in on this browser. Everything it tells is a signal. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly api = inject(Api);

  private readonly currentToken = signal(storedToken.read());
  private readonly currentUser = signal<Status | null>(null);
  private readonly currentProblem = signal<Problem | null>(null);
  private restoring: Promise<void> | undefined;
  private expiry: ReturnType<typeof setTimeout> | undefined;

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
    const headers = { Authorization: `Bearer ${token}` };
    await firstValueFrom(this.http.post(this.api.url('/auth/logout'), {}, { headers })).catch(() => undefined);
  }

  /** The server refused `token`: if it is still the current one, its session is over and guarded pages are left. */
  ended(token: string, code: Problem['code']): void {
    if (token !== this.currentToken()) return;
    this.forget(code === 'session_revoked' ? REVOKED : ENDED);
    if (this.router.navigated) void this.router.navigateByUrl(this.router.url, { onSameUrlNavigation: 'reload' });
  }

  private async enter(path: string, body: LoginBody): Promise<void> {
    const answer = await firstValueFrom(this.http.post<SignedInAnswer>(this.api.url(path), body));
    storedToken.write(answer.auth_token);
    this.currentToken.set(answer.auth_token);
    this.notice.set(null);
    this.hold({ ...answer.data, expires_in: answer.expires_in });
  }

  private async askWhoIsSignedIn(): Promise<void> {
    const asked = this.currentToken();
    try {
      const { data } = await firstValueFrom(this.http.get<StatusAnswer>(this.api.url('/auth/status')));
      if (asked === this.currentToken()) this.hold(data);
    } catch (error) {
      const problem = problemOf(error);
      if (isPassing(problem)) this.currentProblem.set(problem);
    }
  }

  private hold(user: Status): void {
    this.currentUser.set(user);
    this.currentProblem.set(null);
    this.expiresAt.set(Date.now() + user.expires_in * 1000);
    clearTimeout(this.expiry);
    const token = this.currentToken() as string;
    this.expiry = setTimeout(() => this.ended(token, 'token_expired'), Math.min(user.expires_in * 1000, LONGEST_TIMER));
  }

  private forget(notice: string | null): void {
    clearTimeout(this.expiry);
    storedToken.clear();
    this.currentToken.set(null);
    this.currentUser.set(null);
    this.currentProblem.set(null);
    this.notice.set(notice);
  }
}
