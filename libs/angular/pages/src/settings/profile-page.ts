import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { type AccountAnswer } from '@latchkey/contract';
import { Api, loadErrorOf, Session } from '@latchkey/angular';
import { checkedForm } from '@latchkey/angular/forms';
import { Address, Alert, BusyButton, Card, LoadState, longDate, TextField } from '@latchkey/angular/ui';
import { firstValueFrom } from 'rxjs';
import { bodyOf, fieldsOf, type ProfileFields, profileFields } from './profile-form';
import { SettingsPage } from './settings-page';

/** The names one goes by. */
@Component({
  selector: 'latchkey-profile-page',
  imports: [Address, Alert, BusyButton, Card, FormRoot, LoadState, SettingsPage, TextField],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.scss',
})
export class ProfilePage {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly url = inject(Api).url('/auth/account');

  protected readonly account = httpResource<AccountAnswer>(() => this.url);
  protected readonly user = computed(() => (this.account.hasValue() ? this.account.value().data : undefined));
  protected readonly loadErrorOf = loadErrorOf;
  protected readonly longDate = longDate;
  protected readonly isSaved = signal(false);

  private readonly form = checkedForm<ProfileFields>(
    profileFields,
    { display_name: '', username: '' },
    (fields) => this.save(fields),
    { username_taken: 'username' },
  );
  protected readonly fields = this.form.fields;
  protected readonly problem = this.form.problem;

  constructor() {
    effect(() => {
      const user = this.user();
      if (user) untracked(() => this.fields().reset(fieldsOf(user)));
    });
  }

  private async save(fields: ProfileFields): Promise<void> {
    this.isSaved.set(false);
    this.account.set(await firstValueFrom(this.http.patch<AccountAnswer>(this.url, bodyOf(fields))));
    this.isSaved.set(true);
    await this.session.reload();
  }
}
