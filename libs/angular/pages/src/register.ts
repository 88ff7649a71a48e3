import { Component, computed, inject } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type RegisterBody, registerBody } from '@latchkey/contract';
import { PAGE_ADDRESSES, safeReturnUrl, Session } from '@latchkey/angular';
import { checkedForm } from '@latchkey/angular/forms';
import { BusyButton, Lead, Panel, PasswordMeter, TextField } from '@latchkey/angular/ui';
import { Brand } from './brand';
import { PASSWORD_RULE } from './password-rule';
import { SignInMethods } from './sign-in-methods';
import { Terms } from './terms';

@Component({
  selector: 'latchkey-register',
  imports: [Brand, BusyButton, FormRoot, Lead, Panel, PasswordMeter, RouterLink, SignInMethods, Terms, TextField],
  templateUrl: './register.html',
})
export class Register {
  private readonly session = inject(Session);
  protected readonly pages = inject(PAGE_ADDRESSES);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  protected readonly rule = PASSWORD_RULE;
  private readonly form = checkedForm<RegisterBody>(registerBody, { email: '', password: '', remember: true }, (body) =>
    this.register(body),
  );
  protected readonly fields = this.form.fields;
  protected readonly isTaken = computed(() => this.form.problem()?.code === 'email_taken');
  protected readonly message = computed(() =>
    this.isTaken() ? 'There is already an account with this e-mail.' : this.form.problem()?.message,
  );

  private async register(body: RegisterBody): Promise<void> {
    await this.session.register(body);
    await this.router.navigateByUrl(safeReturnUrl(this.route.snapshot.queryParamMap.get('returnUrl'), this.pages));
  }
}
