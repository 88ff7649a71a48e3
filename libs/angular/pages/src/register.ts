import { Component, computed, inject } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { PASSWORD_RECOMMENDED, type RegisterBody, registerBody } from '@latchkey/contract';
import { safeReturnUrl, Session } from '@latchkey/angular';
import { checkedForm } from '@latchkey/angular/forms';
import { Alert, BusyButton, Panel, TextField } from '@latchkey/angular/ui';

@Component({
  selector: 'latchkey-register',
  imports: [Alert, BusyButton, FormRoot, Panel, RouterLink, TextField],
  templateUrl: './register.html',
})
export class Register {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  protected readonly hint = `${PASSWORD_RECOMMENDED} characters or more are safest`;
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
    await this.router.navigateByUrl(safeReturnUrl(this.route.snapshot.queryParamMap.get('returnUrl')));
  }
}
