import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { type MessageAnswer } from '@latchkey/contract';
import { Api, problemOf } from '@latchkey/web/session';
import { Panel } from '@latchkey/web/ui';

@Component({
  selector: 'latchkey-protected-page',
  imports: [Panel],
  template: `<latchkey-panel heading="A protected page">
    @if (answer.hasValue()) {
      <p>The server says: {{ answer.value().message }}.</p>
    } @else if (problem(); as message) {
      <p role="alert">{{ message }}</p>
      <button class="button filled" type="button" (click)="answer.reload()">Try again</button>
    } @else {
      <p class="late" role="status">Asking the server …</p>
    }
  </latchkey-panel>`,
})
export class ProtectedPage {
  private readonly api = inject(Api);
  protected readonly answer = httpResource<MessageAnswer>(() => this.api.url('/auth/protected'));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()).message : null));
}
