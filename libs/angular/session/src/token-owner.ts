import { inject, signal } from '@angular/core';
import { type Status } from '@latchkey/contract';
import { AuthApi } from './auth-api';
import { type Expiry } from './expiry';
import { SessionEvents } from './session-events';
import { isPassing, type Problem, problemOf } from './problem';

/** Whose the access token is, as the server says. */
export class TokenOwner {
  private readonly api = inject(AuthApi);
  private readonly events = inject(SessionEvents);
  private readonly status = signal<Status | null>(null);
  private readonly failure = signal<Problem | null>(null);
  /** Counts sign-ins and sign-outs. */
  epoch = 0;

  readonly user = this.status.asReadonly();
  readonly problem = this.failure.asReadonly();

  constructor(private readonly expiry: Expiry) {}

  /** Somebody signed in. */
  signedIn(user: Status): void {
    this.epoch += 1;
    this.set(user);
  }

  /** Nobody is signed in any more. */
  signedOut(): void {
    this.epoch += 1;
    this.expiry.stop();
    this.status.set(null);
    this.failure.set(null);
  }

  /** Asks the server; an answer about somebody who was signed in before is dropped. */
  async load(): Promise<void> {
    const { epoch } = this;
    try {
      const status = await this.api.status();
      if (epoch === this.epoch) this.found(status);
    } catch (error) {
      const problem = problemOf(error);
      if (isPassing(problem) && epoch === this.epoch) this.failed(problem);
    }
  }

  /** The server could not be asked; or, with null, could. */
  failed(problem: Problem | null): void {
    this.failure.set(problem);
  }

  private found(user: Status): void {
    const before = this.status();
    this.set(user);
    if (before?.user_id !== user.user_id) this.events.tell({ type: 'restored', user });
  }

  private set(user: Status): void {
    this.status.set(user);
    this.failure.set(null);
    this.expiry.set(user.expires_in);
  }
}
