import { Component, effect, inject, input, signal } from '@angular/core';
import { type Permission, permissionsOf, type Role, roles, type User } from '@latchkey/contract';
import { Sending } from '@latchkey/angular/calls';
import { Dialog } from '@latchkey/angular/ui';
import { Desk } from './desk';
import { fullNameOf } from './person';
import { UsersCalls } from './users-calls';

const words: Record<Permission, string> = {
  'users:read': 'see all accounts',
  'users:write': 'create and change them',
  'users:delete': 'delete them',
  'sessions:end': 'sign people out',
};

/** Which roles somebody has. */
@Component({
  selector: 'latchkey-choose-roles',
  imports: [Dialog],
  templateUrl: './choose-roles.html',
  styleUrl: './dialog-form.scss',
})
export class ChooseRoles {
  private readonly calls = inject(UsersCalls);
  protected readonly desk = inject(Desk);

  readonly user = input.required<User>();

  protected readonly all = roles;
  protected readonly nameOf = fullNameOf;
  protected readonly sending = new Sending();
  protected readonly chosen = signal<ReadonlySet<Role>>(new Set());

  constructor() {
    effect(() => this.chosen.set(new Set(this.user().roles)));
  }

  protected meaningOf(name: Role): string {
    const allowed = permissionsOf[name].map((permission) => words[permission]);
    return allowed.length > 0 ? `May ${allowed.join(', ')}` : 'Has their own account alone';
  }

  protected choose(name: Role, event: Event): void {
    const isChosen = (event.target as HTMLInputElement).checked;
    this.chosen.update((before) => new Set(this.all.filter((one) => (one === name ? isChosen : before.has(one)))));
  }

  protected async save(dialog: Dialog): Promise<void> {
    const [user, chosen] = [this.user(), [...this.chosen()]];
    if (!(await this.sending.send(() => this.calls.change(user.user_id, { roles: chosen })))) return;
    dialog.close();
    this.desk.done(`The roles of ${fullNameOf(user)} are changed.`);
  }
}
