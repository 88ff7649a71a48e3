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
  terminal: 'M3 5h18v14H3zM7 9l3 3-3 3M12 15h4',
} as const;

export type IconName = keyof typeof SHAPES;

/** A small drawing beside words that say the same: readers pass it over. */
@Component({
  selector: 'latchkey-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="shape()" /></svg>`,
  styles: `
    svg {
      display: block;
      width: 24px;
      height: 24px;
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
