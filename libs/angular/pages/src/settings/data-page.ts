import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { type AccountExport } from '@latchkey/contract';
import { Api, problemOf } from '@latchkey/angular';
import { Alert, Card } from '@latchkey/angular/ui';
import { firstValueFrom } from 'rxjs';
import { DeleteAccount } from './delete-account';
import { saveFile } from './save-file';
import { SettingsPage } from './settings-page';

/** All that is stored of one: to take along, and to have deleted. */
@Component({
  selector: 'latchkey-data-page',
  imports: [Alert, Card, DeleteAccount, SettingsPage],
  template: `<latchkey-settings-page heading="Data">
    <latchkey-card heading="Download your data">
      <p>All that is stored of you: your profile, and where you signed in. A file in JSON, without your password.</p>
      <latchkey-alert [message]="problem()" />
      <button class="button outlined" type="button" [attr.aria-disabled]="isBusy() || null" (click)="download()">
        Download my data
      </button>
    </latchkey-card>
    <latchkey-card heading="Delete your account">
      <latchkey-delete-account />
    </latchkey-card>
  </latchkey-settings-page>`,
})
export class DataPage {
  private readonly http = inject(HttpClient);
  private readonly url = inject(Api).url('/auth/account/export');

  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async download(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const data = await firstValueFrom(this.http.get<AccountExport>(this.url));
      saveFile('latchkey-account.json', JSON.stringify(data, null, 2));
    } catch (error) {
      this.problem.set(problemOf(error).message);
    } finally {
      this.isBusy.set(false);
    }
  }
}
