import { afterNextRender, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Icon } from './icon';

let fields = 0;

/**
 * A labelled field with its hint below and, once something was typed or the form was sent, its error instead. Who only passes
 * through is told nothing. A password can be shown.
 */
@Component({
  selector: 'latchkey-text-field',
  imports: [FormField, Icon],
  templateUrl: './text-field.html',
  styleUrl: './text-field.scss',
})
export class TextField {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly type = input<'email' | 'password' | 'text'>('text');
  /** The autofill token (HTML §4.10.18.7), which password managers go by. */
  readonly autocomplete = input.required<string>();
  readonly hint = input('');
  /** True where the cursor is to be on arrival. */
  readonly isFirst = input(false);

  protected readonly id = `field-${(fields += 1)}`;
  protected readonly isShown = signal(false);
  protected readonly shownType = computed(() => (this.type() === 'password' && this.isShown() ? 'text' : this.type()));
  private readonly isSent = signal(false);
  protected readonly error = computed(() => {
    const { touched, dirty, errors } = this.field()();
    return touched() && (dirty() || this.isSent()) ? errors()[0]?.message : undefined;
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.closest('form')?.addEventListener('submit', () => this.isSent.set(true)));
  }
}
