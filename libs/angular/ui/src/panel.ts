import { Component, input } from '@angular/core';

/** One column, one card: a page with a heading that takes the focus when one arrives; above it place for a brand, below it for the other way. */
@Component({
  selector: 'latchkey-panel',
  template: `
    <ng-content select="[above]" />
    <section class="card">
      <h1 tabindex="-1">{{ heading() }}</h1>
      <ng-content />
    </section>
    <div class="below"><ng-content select="[below]" /></div>
  `,
  styleUrl: './panel.scss',
})
export class Panel {
  readonly heading = input.required<string>();
}
