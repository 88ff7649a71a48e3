import { Component, computed, input } from '@angular/core';

/** An e-mail address or a name of a host, which a narrow place breaks after its @ and dots rather than in the middle of a word. */
@Component({
  selector: 'latchkey-address',
  template: `@for (part of parts(); track $index) {
    <ng-container>{{ part }}</ng-container><wbr />
  }`,
  styles: ':host { overflow-wrap: break-word; }',
})
export class Address {
  readonly value = input.required<string>();
  protected readonly parts = computed(() => this.value().split(/(?<=[@.])/));
}
