import { type ParamMap } from '@angular/router';
import { type Role, roles, type UserOrder } from '@latchkey/contract';

/** What a list of users is asked for; empty where it does not matter. */
export interface UserQuery {
  page: number;
  search: string;
  role: Role | '';
  is_active: 'true' | 'false' | '';
  sort: UserOrder;
}

/** Every order there is, in words. */
export const ORDERS: Readonly<Record<UserOrder, string>> = {
  email: 'E-mail, A to Z',
  '-email': 'E-mail, Z to A',
  '-registered_on': 'Newest first',
  registered_on: 'Oldest first',
};

/** What an address asks for; what makes no sense there is left out. */
export function userQueryFrom(address: ParamMap): UserQuery {
  const among = <T extends string>(name: string, all: readonly T[]) => all.find((one) => one === address.get(name));
  const page = Number(address.get('page'));
  return {
    page: Number.isInteger(page) && page > 0 && page <= 10_000 ? page : 1,
    search: (address.get('search') ?? '').slice(0, 254),
    role: among('role', roles) ?? '',
    is_active: among('is_active', ['true', 'false']) ?? '',
    sort: among('sort', Object.keys(ORDERS) as UserOrder[]) ?? 'email',
  };
}

const DEFAULTS: readonly (string | number)[] = [1, '', 'email'];

/** True for an entry that says more than the server assumes anyway. */
export const isNotDefault = (entry: [string, string | number]): boolean => !DEFAULTS.includes(entry[1]);
