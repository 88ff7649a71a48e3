import { Component, input } from '@angular/core';
import { Icon } from './icon';

/** A message that readers speak when it changes; its place is kept in the page while there is none. */
@Component({
  selector: 'latchkey-alert',
  imports: [Icon],
  template: `<div role="alert">
    @if (message(); as text) {
      <p [class.error]="kind() === 'error'">
        <latchkey-icon [name]="kind() === 'error' ? 'warning' : 'info'" />
        <span>{{ text }} <ng-content /></span>
      </p>
    }
  </div>`,
  styleUrl: './alert.scss',
})
export class Alert {
  readonly message = input<string | null | undefined>();
  readonly kind = input<'error' | 'note'>('error');
}
