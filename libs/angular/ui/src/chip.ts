import { Component } from '@angular/core';

/** A word or two about what stands beside it, such as "This device"; of class `strong` where it matters. */
@Component({
  selector: 'latchkey-chip',
  template: '<ng-content />',
  styles: `
    :host {
      display: inline-block;
      padding: 2px 8px;
      border-radius: 1em;
      background: var(--mat-sys-surface-container-highest);
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-label-medium);
      white-space: nowrap;
    }
    :host(.strong) {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
  `,
})
export class Chip {}
