import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ListedUser, type User } from '@latchkey/contract';
import { Address, Chip, dayAndTime } from '@latchkey/angular/ui';
import { OfferedActions } from './offered-actions';
import { UserDialogs } from './user-dialogs';
import { detailOf, nameOf } from './user-name';
import { type Choice, RowMenu } from './row-menu';
import { UserList } from './user-list';

const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** A page of users: a row each, below 600 px a card each, with a menu of what one may do with them. */
@Component({
  selector: 'latchkey-users-table',
  imports: [Address, Chip, RouterLink, RowMenu],
  templateUrl: './users-table.html',
  styleUrls: ['./users-table.scss', './users-head.scss', './users-cards.scss'],
})
export class UsersTable {
  protected readonly offered = inject(OfferedActions);
  protected readonly dialogs = inject(UserDialogs);
  protected readonly list = inject(UserList);

  readonly users = input.required<readonly ListedUser[]>();

  protected readonly nameOf = nameOf;
  protected readonly detailOf = detailOf;

  protected registered({ registered_on }: User): string {
    return date.format(new Date(registered_on));
  }

  protected seen({ last_seen }: ListedUser): string {
    return last_seen ? dayAndTime(last_seen) : 'Never';
  }

  protected orderOf(column: 'email' | 'registered_on'): 'ascending' | 'descending' | 'none' {
    const { sort } = this.list.query();
    if (sort === column) return 'ascending';
    return sort === `-${column}` ? 'descending' : 'none';
  }

  protected menuOf(user: User): Choice[] {
    const choices = this.offered.of(user).map((action) => ({
      label: action.label,
      isDangerous: action.removes,
      run: () => this.dialogs.open({ kind: 'action', action, user }),
    }));
    if (!this.offered.hasRolesOf(user)) return choices;
    return [{ label: 'Change roles', run: () => this.dialogs.open({ kind: 'roles', user }) }, ...choices];
  }
}
