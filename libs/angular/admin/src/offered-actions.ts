import { inject, Injectable } from '@angular/core';
import { type User } from '@latchkey/contract';
import { Permissions } from '@latchkey/angular/permissions';
import { userActions, type UserAction } from './user-actions';
import { UserDialogs } from './user-dialogs';

/** What one may do with a user. Nobody is offered what the server would refuse: their own roles, disabling or deleting themselves. */
@Injectable()
export class OfferedActions {
  private readonly permissions = inject(Permissions);
  private readonly dialogs = inject(UserDialogs);

  of(user: User): UserAction[] {
    const isSelf = this.isSelf(user);
    return userActions.filter((action) => this.permissions.has(action.permission) && action.isFor(user, isSelf));
  }

  hasRolesOf(user: User): boolean {
    return !this.isSelf(user) && this.permissions.has('users:write');
  }

  isSelf({ user_id }: User): boolean {
    return user_id === this.dialogs.ownId();
  }
}
