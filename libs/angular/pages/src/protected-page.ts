import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { type MessageAnswer } from '@latchkey/contract';
import { Api, loadErrorOf } from '@latchkey/angular';
import { Chip, LoadState, Panel } from '@latchkey/angular/ui';

/** Shows what the server tells those alone who are signed in: an example to begin one's own pages with. */
@Component({
  selector: 'latchkey-protected-page',
  imports: [Chip, LoadState, Panel],
  template: `<latchkey-panel heading="A protected page">
    <p>
      <latchkey-chip>Example</latchkey-chip> Its route has a guard, and what it shows the server tells those alone who
      are signed in.
    </p>
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
