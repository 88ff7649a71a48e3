import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { type User } from '@latchkey/contract';
import { Session } from '@latchkey/angular';
import { type UserAction } from './user-actions';
import { UserList } from './user-list';

/** What the dialog in front of the page is about. */
export type UserDialog =
  { kind: 'create' } | { kind: 'roles'; user: User } | { kind: 'action'; action: UserAction; user: User };

/** The dialog that is open in front of the page, and what was done last. */
@Injectable()
export class UserDialogs {
  private readonly list = inject(UserList);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);

  readonly current = signal<UserDialog | null>(null);
  readonly notice = signal<string | null>(null);
  readonly ownId = computed(() => this.session.user()?.user_id);

  open(dialog: UserDialog): void {
    this.notice.set(null);
    this.current.set(dialog);
  }

  /** The dialog has given the focus back to its row; where that is about to go, the heading takes it. */
  finish(notice: string, isRowGone = false): void {
    this.notice.set(notice);
    this.list.reload();
    if (isRowGone) this.document.querySelector<HTMLElement>('h1')?.focus();
  }
}
