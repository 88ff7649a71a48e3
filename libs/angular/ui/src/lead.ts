import { Component, input } from '@angular/core';
import { Alert } from './alert';

/**
 * The lines between a page's heading and its fields: what the page is for or, in the same place, what went wrong or what one
 * should know. Two lines are reserved, so that a message pushes nothing. What stands between its tags follows the problem.
 */
@Component({
  selector: 'latchkey-lead',
  imports: [Alert],
  template: `
    <latchkey-alert [message]="problem()"><ng-content /></latchkey-alert>
    <latchkey-alert kind="note" [message]="problem() ? null : note()" />
    @if (!problem() && !note()) {
      <p>{{ text() }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-height: 72px;
    }
    p {
      margin: 0;
      font: var(--mat-sys-body-medium);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class Lead {
  readonly text = input.required<string>();
  readonly problem = input<string | null | undefined>();
  readonly note = input<string | null | undefined>();
}
