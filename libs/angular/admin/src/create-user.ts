import { Component, computed, inject, signal } from '@angular/core';
import { FormField, submit } from '@angular/forms/signals';
import { type CreateUserBody, email, type UserCreatedAnswer } from '@latchkey/contract';
import { checkedForm } from '@latchkey/angular/forms';
import { Dialog, TextField } from '@latchkey/angular/ui';
import * as z from 'zod/mini';
import { UserDialogs } from './user-dialogs';
import { NewPassword } from './new-password';
import { nameOf } from './user-name';
import { UsersApi } from './users-api';

/** What is entered; the server checks the name, which may stay blank. */
const entered = z.object({ email, display_name: z.string(), admin: z.boolean() });
const BLANK: z.infer<typeof entered> = { email: '', display_name: '', admin: false };

/** Makes an account for somebody, and then shows its password: once. */
@Component({
  selector: 'latchkey-create-user',
  imports: [Dialog, FormField, NewPassword, TextField],
  templateUrl: './create-user.html',
  styleUrl: './dialog-form.scss',
})
export class CreateUser {
  private readonly api = inject(UsersApi);
  protected readonly dialogs = inject(UserDialogs);

  private readonly form = checkedForm(entered, BLANK, (values) => this.create(values));
  protected readonly fields = this.form.fields;
  protected readonly message = computed(() => {
    const problem = this.form.problem();
    return problem?.code === 'email_taken' ? 'There is already an account with this e-mail.' : problem?.message;
  });
  protected readonly created = signal<UserCreatedAnswer | null>(null);

  protected go(dialog: Dialog): void {
    const created = this.created();
    if (!created) return void submit(this.fields);
    dialog.close();
    this.dialogs.finish(`${nameOf(created.data)} has an account.`);
  }

  private async create(values: typeof BLANK): Promise<void> {
    this.created.set(await this.api.create(bodyOf(values)));
  }
}

function bodyOf({ email, display_name, admin }: typeof BLANK): CreateUserBody {
  const name = display_name.trim();
  return { email, ...(name && { display_name: name }), roles: admin ? ['user', 'admin'] : ['user'] };
}
