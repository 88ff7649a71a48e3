import { Component, input } from '@angular/core';

/** What a page waits for: why it did not come, and the way to ask once more. */
export interface Pending {
  problem(): string | null;
  reload(): void;
}

/** In place of an answer that is not there: what stands between its tags while it is on its way, and why it did not come. */
@Component({
  selector: 'latchkey-no-answer',
  template: `
    @if (to().problem(); as message) {
      <p role="alert">{{ message }}</p>
      <button class="button filled" type="button" (click)="to().reload()">Try again</button>
    } @else {
      <p class="late" role="status"><ng-content /></p>
    }
  `,
})
export class NoAnswer {
  readonly to = input.required<Pending>();
}
