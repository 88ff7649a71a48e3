import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { type User } from '@latchkey/contract';
import { Session } from '@latchkey/angular';
import { Subject } from 'rxjs';
import { type UserAction } from './user-actions';

/** What the dialog in front of the page is about. */
export type UserDialog =
  { kind: 'create' } | { kind: 'roles'; user: User } | { kind: 'action'; action: UserAction; user: User };

/** What a dialog has done, in words, and whether the user is gone with it. */
export interface UserChange {
  notice: string;
  isUserGone: boolean;
}

/** The dialog that is open in front of a page, and what was done last. */
@Injectable()
export class UserDialogs {
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);

  readonly current = signal<UserDialog | null>(null);
  readonly notice = signal<string | null>(null);
  /** The page shows what is then. */
  readonly changes = new Subject<UserChange>();
  readonly ownId = computed(() => this.session.user()?.user_id);

  open(dialog: UserDialog): void {
    this.notice.set(null);
    this.current.set(dialog);
  }

  /** The dialog has given the focus back to what opened it; where that is about to go, the heading takes it. */
  finish(notice: string, isUserGone = false): void {
    this.notice.set(notice);
    this.changes.next({ notice, isUserGone });
    if (isUserGone) this.document.querySelector<HTMLElement>('h1')?.focus();
  }
}
