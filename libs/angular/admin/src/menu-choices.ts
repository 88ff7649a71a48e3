import { type AfterViewInit, Component, ElementRef, inject, input, output } from '@angular/core';
import { type Choice } from './row-menu';

/** The open menu: takes the focus, which the arrow keys, Home and End move in a circle. */
@Component({
  selector: 'latchkey-menu-choices',
  template: `@for (choice of choices(); track choice.label) {
    <button
      type="button"
      role="menuitem"
      tabindex="-1"
      [class.danger]="choice.isDangerous"
      (click)="choose.emit(choice)"
    >
      {{ choice.label }}
    </button>
  }`,
  styleUrl: './menu-choices.scss',
  host: {
    role: 'menu',
    '[attr.aria-label]': 'label()',
    '(keydown)': 'press($event)',
    // A press must not take the focus, or the menu would close before the click: Safari focuses no buttons.
    '(mousedown)': '$event.preventDefault()',
  },
})
export class MenuChoices implements AfterViewInit {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly start = input.required<'first' | 'last'>();
  readonly choose = output<Choice>();

  ngAfterViewInit(): void {
    this.focus(this.start() === 'first' ? 0 : -1);
  }

  protected press(event: KeyboardEvent): void {
    const all = this.all();
    const at = all.indexOf(this.host.ownerDocument.activeElement as HTMLElement);
    const next = { ArrowDown: (at + 1) % all.length, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.focus(next);
  }

  private focus(index: number): void {
    this.all().at(index)?.focus();
  }

  private all(): HTMLElement[] {
    return [...this.host.querySelectorAll('button')];
  }
}
