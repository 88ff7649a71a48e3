import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { type CreateUserBody, type UserCreatedAnswer } from '@latchkey/contract';
import { Sending } from '@latchkey/web/session/sending';
import { Dialog } from '@latchkey/web/ui';
import { Each } from '@latchkey/web/ui/each';
import { Desk } from './desk';
import { NewPassword } from './new-password';
import { nameOf } from './person';
import { UsersCalls } from './users-calls';

const FIELDS = [
  { name: 'email', type: 'email', label: 'E-mail', hint: '' },
  { name: 'display_name', type: 'text', label: 'Name', hint: 'If you know it' },
] as const;

/** Makes an account for somebody, and then shows its password: once. The server checks what is entered, and says what is wrong. */
@Component({
  selector: 'latchkey-create-user',
  imports: [Dialog, Each, NewPassword],
  templateUrl: './create-user.html',
  styleUrls: ['./dialog-form.scss', './fields.scss'],
})
export class CreateUser {
  private readonly calls = inject(UsersCalls);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly desk = inject(Desk);

  protected readonly fields = FIELDS;
  protected readonly sending = new Sending();
  protected readonly created = signal<UserCreatedAnswer | null>(null);
  protected readonly errors = computed(() => this.sending.problem()?.fields ?? {});
  /** Why the server refused, where it was not one of the fields. */
  protected readonly message = computed(() => {
    const problem = this.sending.problem();
    if (!problem || this.fields.some(({ name }) => problem.fields[name])) return null;
    return problem.code === 'email_taken' ? 'There is already an account with this e-mail.' : problem.message;
  });

  protected async create(event: Event): Promise<void> {
    const body = bodyOf(new FormData(event.target as HTMLFormElement));
    await this.sending.send(async () => this.created.set(await this.calls.create(body)));
    setTimeout(() => this.host.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  }

  protected finish(dialog: Dialog): void {
    dialog.close();
    const created = this.created();
    if (created) this.desk.done(`${nameOf(created.data)} has an account.`);
  }
}

function bodyOf(form: FormData): CreateUserBody {
  const [email, name] = [String(form.get('email')), String(form.get('display_name')).trim()];
  return { email, ...(name && { display_name: name }), roles: form.has('admin') ? ['user', 'admin'] : ['user'] };
}
