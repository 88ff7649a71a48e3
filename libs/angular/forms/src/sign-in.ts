import { Component, inject, output } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { type LoginBody, loginBody } from '@latchkey/contract';
import { type Problem, problemOf, Session } from '@latchkey/angular';
import { checkedForm } from './checked-form';
import { FormInput } from './form-input';

/** Asks for e-mail and password and signs in; where to go then is for whoever listens to say. CSS variables `--latchkey-form-…` style it. */
@Component({
  selector: 'latchkey-sign-in',
  imports: [FormField, FormInput, FormRoot],
  template: `<form [formRoot]="fields" novalidate>
    <latchkey-form-field label="E-mail" type="email" autocomplete="username" [field]="fields.email" />
    <latchkey-form-field label="Password" type="password" autocomplete="current-password" [field]="fields.password" />
    <label class="check"
      ><input type="checkbox" [formField]="fields.remember" /> Keep me signed in on this device</label
    >
    <p class="error" role="alert">{{ problem()?.message }}</p>
    <button [disabled]="fields().submitting()">Log in</button>
  </form>`,
  styleUrl: './form.css',
})
export class SignIn {
  readonly signedIn = output();
  readonly refused = output<Problem>();
  private readonly session = inject(Session);

  private readonly form = checkedForm<LoginBody>(loginBody, { email: '', password: '', remember: true }, (body) =>
    told(this.session.signIn(body), this.refused).then(() => this.signedIn.emit()),
  );
  protected readonly fields = this.form.fields;
  protected readonly problem = this.form.problem;
}

/** Tells of a refusal, and hands it on to the form. */
export const told = (call: Promise<void>, refused: { emit(problem: Problem): void }): Promise<void> =>
  call.catch((error: unknown) => {
    refused.emit(problemOf(error));
    throw error;
  });
