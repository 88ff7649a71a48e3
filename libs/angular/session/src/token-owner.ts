import { inject, signal } from '@angular/core';
import { type Status } from '@latchkey/contract';
import { AuthCalls } from './auth-calls';
import { type Expiry } from './expiry';
import { isPassing, type Problem, problemOf } from './problem';

/** Whose the access token is, as the server says. */
export class TokenOwner {
  private readonly calls = inject(AuthCalls);
  private readonly status = signal<Status | null>(null);
  private readonly failure = signal<Problem | null>(null);
  /** Counts sign-ins and sign-outs. */
  epoch = 0;

  readonly user = this.status.asReadonly();
  readonly problem = this.failure.asReadonly();

  constructor(private readonly expiry: Expiry) {}

  /** Somebody signed in. */
  came(user: Status): void {
    this.epoch += 1;
    this.is(user);
  }

  /** Nobody is signed in any more. */
  left(): void {
    this.epoch += 1;
    this.expiry.stop();
    this.status.set(null);
    this.failure.set(null);
  }

  /** Asks the server; an answer about somebody who was signed in before is dropped. */
  async ask(): Promise<void> {
    const { epoch } = this;
    try {
      const status = await this.calls.status();
      if (epoch === this.epoch) this.is(status);
    } catch (error) {
      const problem = problemOf(error);
      if (isPassing(problem) && epoch === this.epoch) this.failure.set(problem);
    }
  }

  private is(user: Status): void {
    this.status.set(user);
    this.failure.set(null);
    this.expiry.set(user.expires_in);
  }
}
