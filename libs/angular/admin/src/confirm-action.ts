import { Component, computed, inject, input, signal } from '@angular/core';
import { type User } from '@latchkey/contract';
import { problemOf } from '@latchkey/angular';
import { Dialog } from '@latchkey/angular/ui';
import { type UserAction } from './user-actions';
import { UserDialogs } from './user-dialogs';
import { UsersApi } from './users-api';

/** Asks before something is done to somebody, by name, and does it. */
@Component({
  selector: 'latchkey-confirm-action',
  imports: [Dialog],
  templateUrl: './confirm-action.html',
  styleUrl: './dialog-form.scss',
})
export class ConfirmAction {
  private readonly api = inject(UsersApi);
  protected readonly dialogs = inject(UserDialogs);

  readonly action = input.required<UserAction>();
  readonly user = input.required<User>();

  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly consequence = computed(() =>
    this.action().consequence(this.user(), this.user().user_id === this.dialogs.ownId()),
  );

  protected async run(dialog: Dialog): Promise<void> {
    if (this.isBusy()) return;
    const [action, user] = [this.action(), this.user()];
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await action.run(this.api, user);
      dialog.close();
      this.dialogs.finish(action.done(user), action.removes);
    } catch (error) {
      this.problem.set(problemOf(error).message);
    } finally {
      this.isBusy.set(false);
    }
  }
}
