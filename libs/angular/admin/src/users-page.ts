import { Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { USERS_COUNTED } from '@latchkey/contract';
import { AuthCan } from '@latchkey/angular/permissions';
import { Alert } from '@latchkey/angular/ui';
import { OfferedActions } from './offered-actions';
import { OpenDialog } from './open-dialog';
import { Pager } from './pager';
import { UserDialogs } from './user-dialogs';
import { UserFilters } from './user-filters';
import { UserList } from './user-list';
import { UsersTable } from './users-table';

/** All users: found, looked through, and in a dialog each what is done with them. */
@Component({
  selector: 'latchkey-users-page',
  imports: [Alert, AuthCan, OpenDialog, Pager, UserFilters, UsersTable],
  providers: [OfferedActions, UserDialogs, UserList],
  templateUrl: './users-page.html',
  styleUrl: './users-page.scss',
})
export class UsersPage {
  protected readonly dialogs = inject(UserDialogs);
  protected readonly list = inject(UserList);

  protected readonly rows = [1, 2, 3, 4, 5, 6];
  protected readonly count = computed(() => {
    const total = this.list.shown()?.pagination.total;
    if (total === undefined) return '';
    const more = total === USERS_COUNTED ? '+' : '';
    return total === 1 ? '1 user' : `${total.toLocaleString()}${more} users`;
  });

  constructor() {
    const { notice } = (inject(Router).currentNavigation()?.extras.info ?? {}) as { notice?: string };
    if (notice) this.dialogs.notice.set(notice);
    this.dialogs.changes.pipe(takeUntilDestroyed()).subscribe(() => this.list.reload());
  }
}
