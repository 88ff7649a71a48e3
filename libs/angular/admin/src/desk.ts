import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { type User } from '@latchkey/contract';
import { Session } from '@latchkey/angular';
import { type Act } from './acts';
import { UserList } from './user-list';

/** What the dialog in front of the page is about. */
export type Asking = { kind: 'create' } | { kind: 'roles'; user: User } | { kind: 'act'; act: Act; user: User };

/** What the parts of the page share: the question that is being asked, and what was done last. */
@Injectable()
export class Desk {
  private readonly list = inject(UserList);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);

  readonly asking = signal<Asking | null>(null);
  readonly notice = signal<string | null>(null);
  readonly ownId = computed(() => this.session.user()?.user_id);

  ask(asking: Asking): void {
    this.notice.set(null);
    this.asking.set(asking);
  }

  /** The dialog has given the focus back to its row; where that is about to go, the heading takes it. */
  done(notice: string, isRowGone = false): void {
    this.notice.set(notice);
    this.list.reload();
    if (isRowGone) this.document.querySelector<HTMLElement>('h1')?.focus();
  }
}
