import { Service } from '@angular/core';
import { type Status } from '@latchkey/contract';
import { Subject } from 'rxjs';

/** What became of the session in this tab. */
export type SessionEvent =
  /** Somebody signed in, or registered, on this page. */
  | { type: 'signedIn'; user: Status }
  /** Somebody was found to be signed in, as after a reload, or since another tab did it. */
  | { type: 'restored'; user: Status }
  /** There is a new access token. */
  | { type: 'refreshed' }
  /** Nobody is signed in any more; `notice` says why, and is null where one signed out on this page. */
  | { type: 'signedOut'; notice: string | null };

/** Tells what becomes of the session. */
@Service()
export class SessionEvents {
  private readonly subject = new Subject<SessionEvent>();
  readonly all = this.subject.asObservable();

  tell(event: SessionEvent): void {
    this.subject.next(event);
  }
}
