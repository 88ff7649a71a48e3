import { HttpContext } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type LoginBody, type RefreshAnswer, type RegisterBody } from '@latchkey/contract';
import { AccessToken } from './access-token';
import { AuthApi } from './auth-api';
import { entryOf, isStandIn, RENEWS, standIn } from './carried-token';
import { Expiry } from './expiry';
import { ENDED, REPLACED, REVOKED, UNTOLD } from './notices';
import { ON_SERVER } from './on-server';
import { oneAtATime } from './one-at-a-time';
import { type TokenChange } from './other-tabs';
import { PAGE_ADDRESSES } from './page-addresses';
import { isPassing, type Problem, problemOf } from './problem';
import { SessionEvents } from './session-events';
import { SignOuts } from './sign-outs';
import { TokenExchange } from './token-exchange';
import { TokenOwner } from './token-owner';

/**
 * What is known of who is signed in: nothing yet, as on a server that renders pages; somebody; nobody; or nothing, since the
 * server can't be asked.
 */
export type SessionStatus = 'unknown' | 'in' | 'out' | 'away';

/** Who is signed in on this browser. What it is now are signals, what becomes of it are `events`. */
@Service()
export class Session {
  private readonly api = inject(AuthApi);
  private readonly router = inject(Router);
  private readonly pages = inject(PAGE_ADDRESSES);
  private readonly token = inject(AccessToken);
  private readonly exchanges = inject(TokenExchange);
  private readonly signOuts = inject(SignOuts);
  private readonly told = inject(SessionEvents);
  private readonly isOnServer = inject(ON_SERVER);

  private readonly expiry = new Expiry(() => this.refresh());
  private readonly owner = new TokenOwner(this.expiry);
  private restoring: Promise<void> | undefined;
  private refreshing: Promise<void> | undefined;
  private leaving: Promise<void> | undefined;
  /** False once it is known that the refresh cookie is nobody's, or who it is: script may have lost its token, and not that. */
  private readonly mayHaveCookie = signal(!this.isOnServer);

  /** The access token to send, or what stands in for one that lies in a cookie; null when nobody is signed in. */
  readonly held = this.token.value;
  /** Who is signed in; null when nobody is, or while the server can't be asked. */
  readonly user = this.owner.user;
  /** Why the server could not be asked who is signed in; null when it answered. */
  readonly problem = this.owner.problem;
  /** True while a token is held that the server has not refused. */
  readonly isAuthenticated = this.token.isHeld;
  /** When the access token expires, in milliseconds by this browser's clock. */
  readonly expiresAt = this.expiry.at;
  /** What to go by where a page is rendered on a server first. It stays `unknown` until somebody asks: `ready()`, a guard, `withRestore()`. */
  readonly status = computed<SessionStatus>(() => {
    if (this.isOnServer) return 'unknown';
    if (this.user()) return 'in';
    if (this.problem()) return 'away';
    return this.held() || this.mayHaveCookie() ? 'unknown' : 'out';
  });
  /** What becomes of the session from now on. */
  readonly events = this.told.all;
  /** Why one was signed out, for the login page to show. */
  readonly notice = signal<string | null>(null);

  constructor() {
    this.token.onChange((change) => this.follow(change));
  }

  /** Settles once it is known whether a token or a cookie kept from before still holds, or that the server can't be asked. */
  ready(): Promise<void> {
    if (this.user() || !(this.held() || this.mayHaveCookie())) return Promise.resolve();
    this.restoring ??= this.restore().finally(() => (this.restoring = undefined));
    return this.restoring;
  }

  /** Asks the server once more who is signed in, as after one has changed one's name. */
  async reload(): Promise<void> {
    if (this.held()) await this.owner.load();
  }

  /** Throws the HttpErrorResponse of a refused login. */
  async signIn(body: LoginBody): Promise<void> {
    await this.enter('login', body);
  }

  /** Throws the HttpErrorResponse of a refused registration. */
  async register(body: RegisterBody): Promise<void> {
    await this.enter('register', body);
  }

  /** Forgets the token at once and tells the server; one who is offline is signed out here all the same, and told. */
  async signOut(): Promise<void> {
    const token = this.held();
    if (token) this.signOuts.begin();
    this.forget(null);
    if (token) this.told.tell({ type: 'signedOut', notice: null });
    const { epoch } = this.owner;
    await this.router.navigateByUrl(this.pages.login);
    if (token && !(await oneAtATime(() => this.signOuts.tell(token))) && epoch === this.owner.epoch)
      this.notice.set(UNTOLD);
  }

  /**
   * The access token for calls that HttpClient does not make, exchanged where it is about to expire: never kept for later. Null
   * where nobody is signed in, the server can't be asked, or tokens lie in cookies.
   */
  async accessToken(): Promise<string | null> {
    await this.ready();
    if (this.expiry.isDue()) await this.refresh();
    return this.expiry.isOver() || isStandIn(this.held()) ? null : this.held();
  }

  /** Exchanges the token for a new one: once at a time in this browser, whoever asks meanwhile waits for the same. */
  refresh(): Promise<void> {
    const token = this.held();
    if (!token) return Promise.resolve();
    this.refreshing ??= oneAtATime(() => this.exchange(token)).finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  /**
   * Makes a call, with the context that it is given, whose answer brings this session new tokens and ends all older ones: other
   * tabs wait, and follow. A token that had expired meanwhile is exchanged, and the call made once more.
   */
  async renew(call: (context: HttpContext) => Promise<RefreshAnswer>): Promise<void> {
    await this.refreshing;
    const renewed = () => oneAtATime(() => this.renewBy(call));
    await renewed().catch(async (error: unknown) => {
      if (!problemOf(error).code.startsWith('token_')) throw error;
      await this.refresh();
      await renewed();
    });
  }

  /** Settles when no exchange is under way. */
  settled(): Promise<void> | undefined {
    return this.refreshing;
  }

  /** The server refused `token`: if it is still the current one, its session is over and guarded pages are left. */
  ended(token: string, code: Problem['code']): void {
    if (token !== this.held()) return;
    this.leave(code === 'session_revoked' ? REVOKED : ENDED);
  }

  private async renewBy(call: (context: HttpContext) => Promise<RefreshAnswer>): Promise<void> {
    const before = this.held();
    const { auth_token, expires_in } = await call(new HttpContext().set(RENEWS, true));
    if (before === null || before !== this.held()) return;
    this.token.replace(auth_token ?? standIn(entryOf(before)));
    this.refreshed(expires_in);
  }

  private refreshed(seconds: number): void {
    this.expiry.set(seconds);
    this.told.tell({ type: 'refreshed' });
  }

  private async enter(door: 'login' | 'register', body: LoginBody): Promise<void> {
    const answer = await oneAtATime(() => this.api.enter(door, body));
    this.signOuts.forget();
    this.mayHaveCookie.set(false);
    this.token.replace(answer.auth_token ?? standIn(answer.data.user_id), body.remember);
    this.notice.set(null);
    const user = { ...answer.data, expires_in: answer.expires_in };
    this.owner.signedIn(user);
    this.told.tell({ type: 'signedIn', user });
  }

  /** Whoever the storage or, where that was emptied or holds what is none of ours, the refresh cookie says. */
  private async restore(): Promise<void> {
    if (!this.held()) await oneAtATime(() => this.enterByCookie());
    const before = this.held();
    if (before) await this.owner.load();
    // The token was none of the cookie's owner, with whose no request is sent again.
    if (this.held() && before !== this.held() && !this.user()) await this.owner.load();
  }

  private async enterByCookie(): Promise<void> {
    if (!this.signOuts.isToTell()) return this.exchange(null);
    this.mayHaveCookie.set(!(await this.signOuts.tell(null)));
  }

  private async exchange(before: string | null): Promise<void> {
    const exchanged = await this.exchanges.run(before, !!this.user());
    if (exchanged === 'replaced') this.leave(REPLACED);
    else if (typeof exchanged === 'number') this.refreshed(exchanged);
    else if (exchanged === 'adopted') void (before && this.owner.load());
    else if (exchanged) this.notExchanged(before, exchanged);
  }

  private notExchanged(before: string | null, problem: Problem): void {
    const { code } = problem;
    if (!before) this.cookieUnknown(isPassing(problem) ? problem : null);
    else if (code === 'session_revoked' || code.startsWith('refresh_')) this.ended(before, code);
    else if (before === this.held()) this.expiry.retry();
  }

  private cookieUnknown(problem: Problem | null): void {
    this.mayHaveCookie.update((mayHave) => mayHave && !!problem);
    this.owner.failed(problem);
  }

  /** Another tab changed the token that this one holds too, or signed in where nobody is: not on a page of who was before. */
  private follow({ before, after }: TokenChange): void {
    if (!after) this.leave(REVOKED);
    else if (before) void this.owner.load();
    else void Promise.all([this.ready(), this.leaving]).then(() => this.guardAgain());
  }

  private forget(notice: string | null): void {
    this.mayHaveCookie.set(false);
    this.token.forget();
    this.owner.signedOut();
    this.notice.set(notice);
  }

  private leave(notice: string): void {
    this.forget(notice);
    this.told.tell({ type: 'signedOut', notice });
    this.leaving = this.guardAgain();
  }

  /** Has the page one is on ask its guard once more; an open page stays. */
  private async guardAgain(): Promise<void> {
    if (this.router.navigated) await this.router.navigateByUrl(this.router.url, { onSameUrlNavigation: 'reload' });
  }
}
