import { Component, inject } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type LoginBody, loginBody } from '@latchkey/contract';
import { safeReturnUrl, Session } from '@latchkey/angular';
import { checkedForm } from '@latchkey/angular/forms';
import { Alert, BusyButton, Panel, TextField } from '@latchkey/angular/ui';

@Component({
  selector: 'latchkey-login',
  imports: [Alert, BusyButton, FormField, FormRoot, Panel, RouterLink, TextField],
  templateUrl: './login.html',
  styles: '.check { margin-bottom: 16px; }',
})
export class Login {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  private readonly form = checkedForm<LoginBody>(loginBody, { email: '', password: '', remember: true }, (body) =>
    this.signIn(body),
  );
  protected readonly fields = this.form.fields;
  protected readonly problem = this.form.problem;

  private async signIn(body: LoginBody): Promise<void> {
    await this.session.signIn(body);
    await this.router.navigateByUrl(safeReturnUrl(this.route.snapshot.queryParamMap.get('returnUrl')));
  }
}
