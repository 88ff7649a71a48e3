import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';

let fields = 0;

/** A labelled input, and below it what is wrong once one has typed something or sent the form. */
@Component({
  selector: 'latchkey-form-field',
  imports: [FormField],
  template: `<label [for]="id">{{ label() }}</label>
    <input
      [id]="id"
      [formField]="field()"
      [type]="type()"
      [attr.autocomplete]="autocomplete()"
      [attr.aria-invalid]="error() ? true : null"
      [attr.aria-describedby]="error() ? id + '-says' : null"
      autocapitalize="none"
      spellcheck="false"
    />
    @if (error(); as words) {
      <p class="error" [id]="id + '-says'">{{ words }}</p>
    }`,
  styleUrl: './form.css',
})
export class FormInput {
  readonly label = input.required<string>();
  readonly type = input.required<'email' | 'password'>();
  readonly autocomplete = input.required<string>();
  readonly field = input.required<FieldTree<string>>();

  protected readonly id = `latchkey-form-${(fields += 1)}`;
  protected readonly error = computed(() => {
    const state = this.field()();
    return state.touched() ? state.errors()[0]?.message : undefined;
  });
}
