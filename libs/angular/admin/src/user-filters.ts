import { Component, DestroyRef, inject } from '@angular/core';
import { type Role, roles, type UserOrder } from '@latchkey/contract';
import { UserList } from './user-list';
import { ORDERS, type UserQuery } from './user-query';

/** Milliseconds without a key after which a search is sent. */
const PAUSE = 250;

/** Search, filters and, where there are no column heads, the order. */
@Component({
  selector: 'latchkey-user-filters',
  templateUrl: './user-filters.html',
  styleUrl: './user-filters.scss',
})
export class UserFilters {
  protected readonly list = inject(UserList);

  protected readonly roles: readonly Role[] = roles;
  protected readonly orders = Object.entries(ORDERS) as [UserOrder, string][];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected search(event: Event, pause = PAUSE): void {
    const search = valueOf(event).trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.list.change({ search }), pause);
  }

  protected choose(name: 'role' | 'is_active' | 'sort', event: Event): void {
    this.list.change({ [name]: valueOf(event) } as Partial<UserQuery>);
  }
}

const valueOf = ({ target }: Event): string => (target as HTMLInputElement | HTMLSelectElement).value;
