import { httpResource } from '@angular/common/http';
import { computed, DOCUMENT, effect, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { type UserOrder, type UsersAnswer } from '@latchkey/contract';
import { Api, loadErrorOf } from '@latchkey/angular';
import { isNotDefault, type UserQuery, userQueryFrom } from './user-query';

/** The list of users as it is queried and as it last came. The query stands in the address, for a reload. */
@Injectable()
export class UserList {
  private readonly url = inject(Api).url('/users');
  private readonly window = inject(DOCUMENT).defaultView;

  readonly query = signal<UserQuery>(userQueryFrom(inject(ActivatedRoute).snapshot.queryParamMap));
  private readonly params = computed(() => Object.fromEntries(Object.entries(this.query()).filter(isNotDefault)));
  private readonly answer = httpResource<UsersAnswer>(() => ({ url: this.url, params: this.params() }));

  readonly isLoading = this.answer.isLoading;
  readonly error = computed(() => loadErrorOf(this.answer));
  /** The last page that came: it stays while the next one is on its way. */
  readonly shown = linkedSignal<UsersAnswer | undefined, UsersAnswer | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (answer, previous) => (answer && !isBehindTheLast(answer) ? answer : previous?.value),
  }).asReadonly();

  constructor() {
    effect(() => {
      const answer = this.answer.hasValue() ? this.answer.value() : undefined;
      if (answer && isBehindTheLast(answer)) this.change({ page: Math.max(1, lastPageOf(answer)) });
    });
    effect(() => this.writeToAddress(new URLSearchParams(this.params())));
  }

  /** Queries for something else: from its first page on, unless a page is named. */
  change(change: Partial<UserQuery>): void {
    this.query.update((before) => ({ ...before, page: 1, ...change }));
  }

  /** The other way round where it is sorted by this already. */
  sortBy(column: 'email' | 'registered_on'): void {
    const turned: UserOrder = `-${column}`;
    this.change({ sort: this.query().sort === column ? turned : column });
  }

  reload(): void {
    this.answer.reload();
  }

  /** Past the router, for which every key would be a navigation. */
  private writeToAddress(query: URLSearchParams): void {
    const text = query.toString();
    this.window?.history.replaceState(this.window.history.state, '', `/admin/users${text && '?'}${text}`);
  }
}

const lastPageOf = ({ pagination }: UsersAnswer): number => Math.ceil(pagination.total / pagination.per_page);

/** An empty page behind the last one: all on it were deleted. */
const isBehindTheLast = ({ data, pagination }: UsersAnswer): boolean => data.length === 0 && pagination.page > 1;
