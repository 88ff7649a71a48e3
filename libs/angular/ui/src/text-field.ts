import { Component, computed, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';

let fields = 0;

/** A labelled field with its hint and, once it was touched, its error below; a password can be shown. */
@Component({
  selector: 'latchkey-text-field',
  imports: [FormField],
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

  protected readonly id = `field-${(fields += 1)}`;
  protected readonly isShown = signal(false);
  protected readonly shownType = computed(() => (this.type() === 'password' && this.isShown() ? 'text' : this.type()));
  protected readonly error = computed(() => {
    const { touched, errors } = this.field()();
    return touched() ? errors()[0]?.message : undefined;
  });
}
