import { signal } from '@angular/core';
import { type Problem, problemOf } from '@latchkey/angular';

/** A call that changes something, as signals: one at a time, and why the last one failed. */
export class Sending {
  private readonly underWay = signal(false);
  private readonly failure = signal<Problem | null>(null);

  readonly isBusy = this.underWay.asReadonly();
  readonly problem = this.failure.asReadonly();

  /** True where the call went well; false where it failed, or another is under way. */
  async send(call: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy()) return false;
    this.underWay.set(true);
    this.failure.set(null);
    await call().catch((error: unknown) => this.failure.set(problemOf(error)));
    this.underWay.set(false);
    return this.problem() === null;
  }
}
