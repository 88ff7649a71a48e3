import { Component } from '@angular/core';

/** A word or two about what stands beside it, such as "This device"; of class `strong` where it matters. */
@Component({
  selector: 'latchkey-chip',
  template: '<ng-content />',
  styles: `
    :host {
      display: inline-block;
      padding: 0 8px;
      border-radius: 10px;
      background: var(--mat-sys-surface-container-highest);
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-label-medium);
      line-height: 20px;
      white-space: nowrap;
    }
    :host(.strong) {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
  `,
})
export class Chip {}
