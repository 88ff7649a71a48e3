import { Component, input } from '@angular/core';

/** A part of a page that has several: a card with a heading of its own, where it needs one. */
@Component({
  selector: 'latchkey-card',
  template: `
    @if (heading(); as text) {
      <h2>{{ text }}</h2>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding: 24px;
      border-radius: var(--latchkey-card-radius);
      background: var(--latchkey-card);
      box-shadow: var(--latchkey-shadow);
      overflow-wrap: break-word;
    }
    h2 {
      margin: 0 0 8px;
      font: var(--latchkey-subheading);
    }
    @media (max-width: 479px) {
      :host {
        padding: 16px;
      }
    }
  `,
})
export class Card {
  readonly heading = input<string>();
}
