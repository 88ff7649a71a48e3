import { HttpContext } from '@angular/common/http';
import { computed, inject, Injectable, InjectionToken, signal } from '@angular/core';
import { Router } from '@angular/router';
import { PAGE_ADDRESSES, type Problem, type Session, type SessionEvent, type SessionStatus } from '@latchkey/angular';
import { type LoginBody, type RefreshAnswer, type RegisterBody, type Status } from '@latchkey/contract';
import { Subject } from 'rxjs';

const ADA: Status = {
  user_id: '00000000-0000-4000-8000-000000000001',
  email: 'ada@example.com',
  admin: false,
  roles: ['user'],
  registered_on: 'Sun, 13 Aug 2017 17:21:52 GMT',
  expires_in: 900,
} as Status;

/** No server takes it. */
const TOKEN = 'token.for.tests';

export const TEST_USER = new InjectionToken<Partial<Status> | null>('TEST_USER');

/** What a Session has that others may use: a change of it has this one not compile. */
type Public<Type> = Pick<Type, keyof Type>;

/** A session without server, storage and tabs: whoever signs in is let in. */
@Injectable()
export class TestSession implements Public<Session> {
  private readonly router = inject(Router);
  private readonly pages = inject(PAGE_ADDRESSES);
  private readonly told = new Subject<SessionEvent>();
  private readonly current = signal<Status | null>(userFrom(inject(TEST_USER)));

  readonly user = this.current.asReadonly();
  readonly held = computed(() => this.user() && TOKEN);
  readonly isAuthenticated = computed(() => this.user() !== null);
  readonly status = computed<SessionStatus>(() => (this.user() ? 'in' : 'out'));
  readonly problem = signal<Problem | null>(null).asReadonly();
  readonly expiresAt = computed(() => (this.user() ? Date.now() + 900_000 : 0));
  readonly notice = signal<string | null>(null);
  readonly events = this.told.asObservable();

  ready = (): Promise<void> => Promise.resolve();
  reload = (): Promise<void> => Promise.resolve();
  refresh = (): Promise<void> => Promise.resolve();
  settled = (): undefined => undefined;
  accessToken = (): Promise<string | null> => Promise.resolve(this.held());

  signIn({ email }: LoginBody): Promise<void> {
    const user = { ...ADA, email };
    this.current.set(user);
    this.told.next({ type: 'signedIn', user });
    return Promise.resolve();
  }

  register(body: RegisterBody): Promise<void> {
    return this.signIn(body as LoginBody);
  }

  async renew(call: (context: HttpContext) => Promise<RefreshAnswer>): Promise<void> {
    await call(new HttpContext());
  }

  async signOut(): Promise<void> {
    this.leave(null);
    await this.router.navigateByUrl(this.pages.login);
  }

  ended(): void {
    this.leave('Your session has ended. Please log in again.');
  }

  private leave(notice: string | null): void {
    this.current.set(null);
    this.notice.set(notice);
    this.told.next({ type: 'signedOut', notice });
  }
}

const userFrom = (user: Partial<Status> | null): Status | null =>
  user && { ...ADA, ...user, admin: user.admin ?? user.roles?.includes('admin') ?? false };
