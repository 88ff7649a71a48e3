import { Component, inject } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type LoginBody, loginBody } from '@latchkey/contract';
import { PAGE_ADDRESSES, safeReturnUrl, Session } from '@latchkey/angular';
import { checkedForm } from '@latchkey/angular/forms';
import { BusyButton, Lead, Panel, TextField } from '@latchkey/angular/ui';
import { Brand } from './brand';
import { PAGE_OPTIONS } from './page-options';
import { SignInMethods } from './sign-in-methods';

@Component({
  selector: 'latchkey-login',
  imports: [Brand, BusyButton, FormField, FormRoot, Lead, Panel, RouterLink, SignInMethods, TextField],
  templateUrl: './login.html',
  styles: '.check { margin: -8px 0 8px; }',
})
export class Login {
  protected readonly session = inject(Session);
  protected readonly options = inject(PAGE_OPTIONS);
  private readonly pages = inject(PAGE_ADDRESSES);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  private readonly form = checkedForm<LoginBody>(loginBody, { email: '', password: '', remember: true }, (body) =>
    this.signIn(body),
  );
  protected readonly fields = this.form.fields;
  protected readonly problem = this.form.problem;

  private async signIn(body: LoginBody): Promise<void> {
    await this.session.signIn(body);
    await this.router.navigateByUrl(safeReturnUrl(this.route.snapshot.queryParamMap.get('returnUrl'), this.pages));
  }
}
