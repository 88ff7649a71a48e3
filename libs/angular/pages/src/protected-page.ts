import { Component, inject } from '@angular/core';
import { type MessageAnswer } from '@latchkey/contract';
import { Api } from '@latchkey/angular';
import { Asked } from '@latchkey/angular/calls';
import { NoAnswer, Panel } from '@latchkey/angular/ui';

/** Shows what the server tells those alone who are signed in: an example to begin one's own pages with. */
@Component({
  selector: 'latchkey-protected-page',
  imports: [NoAnswer, Panel],
  template: `<latchkey-panel heading="A protected page">
    @if (answer.value(); as value) {
      <p>The server says: {{ value.message }}.</p>
    } @else {
      <latchkey-no-answer [to]="answer">Asking the server …</latchkey-no-answer>
    }
  </latchkey-panel>`,
})
export class ProtectedPage {
  private readonly url = inject(Api).url('/auth/protected');
  protected readonly answer = new Asked<MessageAnswer>(() => ({ url: this.url }));
}
