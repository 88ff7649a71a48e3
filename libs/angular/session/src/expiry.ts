import { signal } from '@angular/core';

/** Milliseconds before its end at which a token is exchanged, and after which a failed exchange is tried again. */
const AHEAD = 60_000;
const RETRY = 15_000;
/** The longest a browser's timer can wait, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** When the token ends, and the timer that has it exchanged ahead of that. */
export class Expiry {
  private readonly end = signal(0);
  /** When it is to be exchanged. */
  private due = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** In milliseconds by this browser's clock. */
  readonly at = this.end.asReadonly();

  constructor(private readonly exchange: () => unknown) {}

  /** The token ends after so many seconds. */
  set(seconds: number): void {
    this.end.set(Date.now() + seconds * 1000);
    const wait = Math.max(seconds * 1000 - AHEAD, (seconds * 1000) / 2);
    this.due = Date.now() + wait;
    this.wake(wait);
  }

  /** True from when it is to be exchanged, though a device that slept may have missed that. */
  isDue(): boolean {
    return Date.now() >= this.due;
  }

  isOver(): boolean {
    return Date.now() >= this.end();
  }

  /** The exchange failed, and may not the next time. */
  retry(): void {
    this.wake(RETRY);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private wake(milliseconds: number): void {
    this.stop();
    this.timer = setTimeout(this.exchange, Math.min(milliseconds, LONGEST_TIMER));
  }
}
