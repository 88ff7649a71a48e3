import { Component, computed, input } from '@angular/core';

/** Drawn with a stroke on a square of 24. */
const SHAPES = {
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 20c.5-3.5 3.5-5 8-5s7.5 1.5 8 5',
  lock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 14.5v2',
  devices: 'M20 7V5H4v10h8M2 19h10M15 10h6v9h-6z',
  download: 'M12 4v10m-4-4 4 4 4-4M4 17v3h16v-3',
  phone: 'M8 3h8v18H8zM11 18h2',
  tablet: 'M5 3h14v18H5zM11 18h2',
  laptop: 'M5 5h14v10H5zM2 19h20',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  'eye-off':
    'M4 4l16 16M9.5 5.9A8.6 8.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a15 15 0 0 1-3 3.7M6.3 7.5A15 15 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.3-1.1M9.9 9.9a3 3 0 0 0 4.2 4.2',
  warning: 'M12 8v5M12 16.5v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18',
  info: 'M12 11v6M12 7.5v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 19.5c.4-3.2 2.8-4.8 6.5-4.8s6.1 1.6 6.5 4.8M16 4.4a3.5 3.5 0 0 1 0 6.4M18 15.2c2 .7 3.2 2.1 3.5 4.3',
  'log-out': 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  'chevron-down': 'M7 10l5 5 5-5',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l4.5 4.5',
  back: 'M19 12H5m6-6-6 6 6 6',
  terminal: 'M3 5h18v14H3zM7 9l3 3-3 3M12 15h4',
} as const;

export type IconName = keyof typeof SHAPES;

/** A small drawing beside words that say the same: readers pass it over. */
@Component({
  selector: 'latchkey-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="shape()" /></svg>`,
  styles: `
    :host {
      display: block;
      width: 24px;
    }
    svg {
      display: block;
      width: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly shape = computed(() => SHAPES[this.name()]);
}
