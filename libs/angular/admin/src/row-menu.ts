import { Component, ElementRef, inject, input, signal } from '@angular/core';
import { MenuChoices } from './menu-choices';

/** A line of the menu, and what happens where it is chosen. */
export interface Choice {
  label: string;
  /** True where it can't be undone: in red. */
  isDangerous?: boolean;
  run(): void;
}

let menus = 0;

/** A button with a menu (WAI-ARIA menu button): the arrow keys open it too, Escape and Tab close it. */
@Component({
  selector: 'latchkey-row-menu',
  imports: [MenuChoices],
  templateUrl: './row-menu.html',
  styleUrl: './row-menu.scss',
  host: { '(focusout)': 'closeWhenLeft($event)', '(keydown)': 'press($event)' },
})
export class RowMenu {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();

  protected readonly id = `menu-${(menus += 1)}`;
  protected readonly open = signal<'first' | 'last' | null>(null);

  protected press(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'Tab') return this.open.set(null);
    if (key === 'Escape' && this.open()) this.close();
    else if (key === 'ArrowDown' && !this.open()) this.open.set('first');
    else if (key === 'ArrowUp' && !this.open()) this.open.set('last');
    else return;
    event.preventDefault();
  }

  /** The focus is back on the button before anything happens, so that a dialog returns it there. */
  protected run(choice: Choice): void {
    this.close();
    choice.run();
  }

  protected closeWhenLeft({ relatedTarget }: FocusEvent): void {
    if (!this.host.contains(relatedTarget as Node | null)) this.open.set(null);
  }

  private close(): void {
    this.host.querySelector('button')?.focus();
    this.open.set(null);
  }
}
