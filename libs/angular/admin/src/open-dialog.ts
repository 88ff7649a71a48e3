import { Component, inject } from '@angular/core';
import { ChooseRoles } from './choose-roles';
import { ConfirmAction } from './confirm-action';
import { CreateUser } from './create-user';
import { UserDialogs } from './user-dialogs';

/** The dialog that is open, where one is. */
@Component({
  selector: 'latchkey-open-dialog',
  imports: [ChooseRoles, ConfirmAction, CreateUser],
  template: `@if (dialogs.current(); as now) {
    @if (now.kind === 'create') {
      <latchkey-create-user />
    } @else if (now.kind === 'roles') {
      <latchkey-choose-roles [user]="now.user" />
    } @else {
      <latchkey-confirm-action [action]="now.action" [user]="now.user" />
    }
  }`,
})
export class OpenDialog {
  protected readonly dialogs = inject(UserDialogs);
}
