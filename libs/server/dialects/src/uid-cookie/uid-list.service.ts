import { Injectable } from '@nestjs/common';
import { type UserNow } from '@latchkey/nest/sessions';
import { User, UserLists } from '@latchkey/nest/users';
import { DataSource, IsNull, Not, type Repository } from 'typeorm';
import { type ListedUser, type UserPage } from './bodies';
import { listedUser } from './uid-user-body';

/** The longest list: the first version of the original has no pages. */
const LONGEST = 1000;
const LARGEST_PAGE = 200;
const OLDEST_FIRST = {
  where: { username: Not(IsNull()) },
  order: { registeredOn: 'ASC', id: 'ASC' },
} as const;

export interface PageQuery {
  page?: unknown;
  per_page?: unknown;
}

/**
 * Those users that have a uid, the oldest first, as the caller may see them. Anybody who signs up is a caller: a page costs the
 * same however deep it is, and what lies behind the first USERS_COUNTED is not shown (docs/decisions/0011).
 */
@Injectable()
export class UidList {
  private readonly everybody: Repository<User>;

  constructor(
    dataSource: DataSource,
    private readonly lists: UserLists,
  ) {
    this.everybody = dataSource.getRepository(User);
  }

  async list(caller: UserNow): Promise<ListedUser[]> {
    const users = await this.everybody.find({ ...OLDEST_FIRST, take: LONGEST });
    return users.map((user) => listedUser(user, caller));
  }

  async page(caller: UserNow, query: PageQuery): Promise<UserPage> {
    const page = numberIn(query.page, 1, 1_000_000);
    const per_page = numberIn(query.per_page, 50, LARGEST_PAGE);
    const wanted = { page, per_page, sort: 'registered_on', hasUsername: true } as const;
    const { users, total } = await this.lists.page(wanted);
    const pagination = { page, per_page, total, has_next: page * per_page < total, has_prev: page > 1 };
    return { users: users.map((user) => listedUser(user, caller)), pagination };
  }
}

/** What cannot be such a number counts as not said, as in the original. */
function numberIn(value: unknown, otherwise: number, most: number): number {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : otherwise;
}
