import { Component, input, output } from '@angular/core';

/** In place of an answer that is not there: what stands between its tags while it loads, and why it could not be loaded. */
@Component({
  selector: 'latchkey-load-state',
  template: `
    @if (error(); as message) {
      <p role="alert">{{ message }}</p>
      <button class="button filled" type="button" (click)="retry.emit()">Try again</button>
    } @else {
      <p class="late" role="status"><ng-content /></p>
    }
  `,
})
export class LoadState {
  /** In words for people. */
  readonly error = input<string | null>();
  readonly retry = output();
}
