import { Component, inject, output } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { type RegisterBody, registerBody } from '@latchkey/contract';
import { type Problem, Session } from '@latchkey/angular';
import { checkedForm } from './checked-form';
import { FormInput } from './form-input';
import { told } from './sign-in';

/** Asks for e-mail and password, makes an account and signs in; like `SignIn` in all else. */
@Component({
  selector: 'latchkey-register',
  imports: [FormInput, FormRoot],
  template: `<form [formRoot]="fields" novalidate>
    <latchkey-form-field label="E-mail" type="email" autocomplete="username" [field]="fields.email" />
    <latchkey-form-field label="Password" type="password" autocomplete="new-password" [field]="fields.password" />
    <p class="error" role="alert">{{ problem()?.message }}</p>
    <button [disabled]="fields().submitting()">Create account</button>
  </form>`,
  styleUrl: './form.css',
})
export class Register {
  readonly signedIn = output();
  readonly refused = output<Problem>();
  private readonly session = inject(Session);

  private readonly form = checkedForm<RegisterBody>(registerBody, { email: '', password: '', remember: true }, (body) =>
    told(this.session.register(body), this.refused).then(() => this.signedIn.emit()),
  );
  protected readonly fields = this.form.fields;
  protected readonly problem = this.form.problem;
}
