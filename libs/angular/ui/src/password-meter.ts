import { Component, computed, input } from '@angular/core';
import { passwordStrength } from './password-strength';

const WORDS = ['Too short', 'Weak', 'Fair', 'Good', 'Strong'] as const;

/** How hard a password is to guess, in four steps and a word, while it is typed. */
@Component({
  selector: 'latchkey-password-meter',
  template: `
    <div
      class="bar"
      role="meter"
      aria-label="Password strength"
      aria-valuemin="0"
      aria-valuemax="4"
      [attr.aria-valuenow]="strength()"
      [attr.aria-valuetext]="word()"
      [attr.data-strength]="strength()"
    >
      @for (step of steps; track step) {
        <i [class.on]="step <= strength()"></i>
      }
    </div>
    <p aria-hidden="true">{{ password() ? word() : '' }}</p>
  `,
  styleUrl: './password-meter.scss',
})
export class PasswordMeter {
  readonly password = input.required<string>();

  protected readonly steps = [1, 2, 3, 4];
  protected readonly strength = computed(() => passwordStrength(this.password()));
  protected readonly word = computed(() => WORDS[this.strength()]);
}
