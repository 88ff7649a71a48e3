import { Component, input } from '@angular/core';

/** A message that readers speak when it changes; its place is kept in the page while there is none. */
@Component({
  selector: 'latchkey-alert',
  template: `<div role="alert">
    @if (message(); as text) {
      <p [class.error]="kind() === 'error'">{{ text }} <ng-content /></p>
    }
  </div>`,
  styles: `
    p {
      margin: 0 0 16px;
      padding: 12px 16px;
      border-radius: var(--latchkey-field-radius);
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
      font: var(--mat-sys-body-medium);
    }
    .error {
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }
  `,
})
export class Alert {
  readonly message = input<string | null | undefined>();
  readonly kind = input<'error' | 'note'>('error');
}
