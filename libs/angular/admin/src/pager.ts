import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { type UsersAnswer } from '@latchkey/contract';
import { UserList } from './user-list';

/** How many there are, and the ways to the pages before and after. */
@Component({
  selector: 'latchkey-pager',
  template: `<p role="status">{{ count() }}</p>
    @if (last() > 1) {
      <nav aria-label="Pages">
        <button class="button" type="button" [attr.aria-disabled]="page() === 1" (click)="go(-1)">Previous</button>
        <span>{{ page() }} of {{ last() }}</span>
        <button class="button" type="button" [attr.aria-disabled]="page() === last()" (click)="go(1)">Next</button>
      </nav>
    }`,
  styleUrl: './pager.scss',
})
export class Pager {
  private readonly list = inject(UserList);
  private readonly document = inject(DOCUMENT);

  readonly pagination = input.required<UsersAnswer['pagination']>();
  /** How many in all, in words. */
  readonly count = input.required<string>();

  protected readonly page = computed(() => this.pagination().page);
  protected readonly last = computed(() => Math.ceil(this.pagination().total / this.pagination().per_page));

  /** On from the page that was asked for: the one before may still be on its way. */
  protected go(step: 1 | -1): void {
    const page = this.list.query().page + step;
    if (page < 1 || page > this.last()) return;
    this.list.change({ page });
    // The focus stays, for whoever goes on by key; the eye begins at the top.
    this.document.querySelector('h1')?.scrollIntoView?.({ block: 'center' });
  }
}
