import { Component, input } from '@angular/core';

/** One column, one card: a page with a heading that takes the focus when one arrives. */
@Component({
  selector: 'latchkey-panel',
  template: `
    <section class="card">
      <h1 tabindex="-1">{{ heading() }}</h1>
      <ng-content />
    </section>
    <p class="below"><ng-content select="[below]" /></p>
  `,
  styleUrl: './panel.scss',
})
export class Panel {
  readonly heading = input.required<string>();
}
