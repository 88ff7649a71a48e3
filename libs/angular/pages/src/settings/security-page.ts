import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { type ChangePasswordBody, changePasswordBody, type RenewedAnswer } from '@latchkey/contract';
import { Api, Session } from '@latchkey/angular';
import { checkedForm } from '@latchkey/angular/forms';
import { Alert, BusyButton, Card, PasswordMeter, TextField } from '@latchkey/angular/ui';
import { firstValueFrom } from 'rxjs';
import { PASSWORD_RULE } from '../password-rule';
import { SettingsPage } from './settings-page';

const BLANK: ChangePasswordBody = { current_password: '', new_password: '' };

/** A new password for the one that is known. */
@Component({
  selector: 'latchkey-security-page',
  imports: [Alert, BusyButton, Card, FormRoot, PasswordMeter, SettingsPage, TextField],
  templateUrl: './security-page.html',
  styles: 'form { max-width: 400px; }',
})
export class SecurityPage {
  private readonly session = inject(Session);
  private readonly http = inject(HttpClient);
  private readonly url = inject(Api).url('/auth/account/password');

  /** For password managers, which store the new password beside it. */
  protected readonly user = this.session.user;
  protected readonly rule = PASSWORD_RULE;
  protected readonly isChanged = signal(false);

  private readonly form = checkedForm(changePasswordBody, BLANK, (body) => this.change(body));
  protected readonly fields = this.form.fields;
  protected readonly problem = this.form.problem;

  private async change(body: ChangePasswordBody): Promise<void> {
    this.isChanged.set(false);
    await this.session.renew((context) => {
      const options = { withCredentials: true, context };
      return firstValueFrom(this.http.post<RenewedAnswer>(this.url, body, options));
    });
    this.fields().reset(BLANK);
    this.isChanged.set(true);
  }
}
