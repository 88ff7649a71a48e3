import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { submit } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { type ConfirmBody, currentPassword } from '@latchkey/contract';
import { Api, PAGE_ADDRESSES, Session } from '@latchkey/angular';
import { checkedForm } from '@latchkey/angular/forms';
import { Dialog, TextField } from '@latchkey/angular/ui';
import { firstValueFrom } from 'rxjs';
import * as z from 'zod/mini';

const BLANK = { current_password: '', typed: '' };

/** Asks for the password and for one's e-mail, letter by letter, and then takes leave. */
@Component({
  selector: 'latchkey-delete-account',
  imports: [Dialog, TextField],
  templateUrl: './delete-account.html',
  styles: 'ul { padding-inline-start: 20px; }',
})
export class DeleteAccount {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly pages = inject(PAGE_ADDRESSES);
  private readonly url = inject(Api).url('/auth/account');

  /** What is to be typed: the e-mail, or the bare word where there is none. */
  protected readonly word = computed(() => this.session.user()?.email ?? 'delete');
  private readonly schema = z.object({
    current_password: currentPassword,
    typed: z
      .string()
      .check(z.refine((text) => text.trim().toLowerCase() === this.word(), { error: () => `Type ${this.word()}` })),
  });
  private readonly form = checkedForm(this.schema, BLANK, (body) => this.remove(body));
  protected readonly fields = this.form.fields;
  protected readonly problem = this.form.problem;
  protected readonly isAsking = signal(false);

  protected ask(): void {
    this.fields().reset(BLANK);
    this.problem.set(null);
    this.isAsking.set(true);
  }

  protected send(): void {
    void submit(this.fields);
  }

  /** The server has ended every session by now; this browser's tabs are told here. */
  private async remove({ current_password }: ConfirmBody): Promise<void> {
    const held = this.session.held();
    await firstValueFrom(this.http.delete(this.url, { body: { current_password }, withCredentials: true }));
    if (held) this.session.ended(held, 'session_revoked');
    await this.router.navigateByUrl(this.pages.login);
    this.session.notice.set('Your account is deleted, with all that belonged to it.');
  }
}
