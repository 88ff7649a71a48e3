import { Component, computed, inject, input } from '@angular/core';
import { type User } from '@latchkey/contract';
import { Sending } from '@latchkey/angular/calls';
import { Dialog } from '@latchkey/angular/ui';
import { type Act } from './acts';
import { Desk } from './desk';
import { UsersCalls } from './users-calls';

/** Asks before something is done to somebody, by name, and does it. */
@Component({
  selector: 'latchkey-confirm-act',
  imports: [Dialog],
  templateUrl: './confirm-act.html',
  styleUrl: './dialog-form.scss',
})
export class ConfirmAct {
  private readonly calls = inject(UsersCalls);
  protected readonly desk = inject(Desk);

  readonly act = input.required<Act>();
  readonly user = input.required<User>();

  protected readonly sending = new Sending();
  protected readonly consequence = computed(() =>
    this.act().consequence(this.user(), this.user().user_id === this.desk.ownId()),
  );

  protected async run(dialog: Dialog): Promise<void> {
    const [act, user] = [this.act(), this.user()];
    if (!(await this.sending.send(() => act.run(this.calls, user)))) return;
    dialog.close();
    this.desk.done(act.done(user), act.removes);
  }
}
