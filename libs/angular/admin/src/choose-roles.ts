import { Component, effect, inject, input, signal } from '@angular/core';
import { type Permission, permissionsOf, type Role, roles, type User } from '@latchkey/contract';
import { problemOf } from '@latchkey/angular';
import { Dialog } from '@latchkey/angular/ui';
import { UserDialogs } from './user-dialogs';
import { fullNameOf } from './user-name';
import { UsersApi } from './users-api';

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
  private readonly api = inject(UsersApi);
  protected readonly dialogs = inject(UserDialogs);

  readonly user = input.required<User>();

  protected readonly all = roles;
  protected readonly nameOf = fullNameOf;
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
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
    if (this.isBusy()) return;
    const [user, roles] = [this.user(), [...this.chosen()]];
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.api.change(user.user_id, { roles });
      dialog.close();
      this.dialogs.finish(`The roles of ${fullNameOf(user)} are changed.`);
    } catch (error) {
      const { fields, message } = problemOf(error);
      this.problem.set(fields['roles'] ?? message);
    } finally {
      this.isBusy.set(false);
    }
  }
}
