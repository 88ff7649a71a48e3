import { Component, input } from '@angular/core';

/** One page of an account: its heading, which takes the focus when one arrives, and its cards. */
@Component({
  selector: 'latchkey-settings-page',
  template: `<h1 tabindex="-1">{{ heading() }}</h1>
    <ng-content />`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    h1 {
      margin: 0;
      font: var(--latchkey-heading);
    }
  `,
})
export class SettingsPage {
  readonly heading = input.required<string>();
}
