import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { type MessageAnswer } from '@latchkey/contract';
import { Api, loadErrorOf } from '@latchkey/angular';
import { LoadState, Panel } from '@latchkey/angular/ui';

/** Shows what the server tells those alone who are signed in: an example to begin one's own pages with. */
@Component({
  selector: 'latchkey-protected-page',
  imports: [LoadState, Panel],
  template: `<latchkey-panel heading="A protected page">
    @if (greeting.hasValue()) {
      <p>The server says: {{ greeting.value().message }}.</p>
    } @else {
      <latchkey-load-state [error]="loadErrorOf(greeting)" (retry)="greeting.reload()"
        >Asking the server …</latchkey-load-state
      >
    }
  </latchkey-panel>`,
})
export class ProtectedPage {
  private readonly url = inject(Api).url('/auth/protected');
  protected readonly greeting = httpResource<MessageAnswer>(() => this.url);
  protected readonly loadErrorOf = loadErrorOf;
}
