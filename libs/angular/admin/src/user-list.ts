import { computed, DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { type UserOrder, type UsersAnswer } from '@latchkey/contract';
import { Api } from '@latchkey/angular';
import { Asked } from '@latchkey/angular/calls';
import { isAsked, type UsersAsked, usersAskedBy } from './users-asked';

/** The list of users as it is asked for and as it last came. What is asked for stands in the address, for a reload. */
@Injectable()
export class UserList {
  private readonly api = inject(Api);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly answer = new Asked<UsersAnswer>(() => ({ url: this.api.url('/users'), params: this.query() }));
  private readonly latest = signal<UsersAnswer | undefined>(undefined);

  readonly asked = signal<UsersAsked>(usersAskedBy(inject(ActivatedRoute).snapshot.queryParamMap));
  readonly isLoading = this.answer.isLoading;
  readonly problem = this.answer.problem;
  /** The last page that came: it stays while the next one is on its way. */
  readonly shown = this.latest.asReadonly();

  private readonly query = computed(() => Object.fromEntries(Object.entries(this.asked()).filter(isAsked)));

  constructor() {
    effect(() => {
      const answer = this.answer.value();
      if (answer) this.keep(answer);
    });
    effect(() => this.sayInAddress(new URLSearchParams(this.query())));
  }

  /** Asks for something else: from its first page on, unless a page is named. */
  ask(change: Partial<UsersAsked>): void {
    this.asked.update((before) => ({ ...before, page: 1, ...change }));
  }

  /** The other way round where it is sorted by this already. */
  sortBy(column: 'email' | 'registered_on'): void {
    const turned: UserOrder = `-${column}`;
    this.ask({ sort: this.asked().sort === column ? turned : column });
  }

  reload(): void {
    this.answer.reload();
  }

  /** An empty page behind the last one is left: all on it were deleted. */
  private keep(answer: UsersAnswer): void {
    const { page, per_page, total } = answer.pagination;
    if (answer.data.length === 0 && page > 1) this.ask({ page: Math.max(1, Math.ceil(total / per_page)) });
    else this.latest.set(answer);
  }

  /** Past the router, for which every key would be a navigation. */
  private sayInAddress(query: URLSearchParams): void {
    const text = query.toString();
    this.window?.history.replaceState(this.window.history.state, '', `/admin/users${text && '?'}${text}`);
  }
}
