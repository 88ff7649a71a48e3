import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { User } from './user.entity';
import { usersFound, type UsersWanted } from './users-found';

export interface UserPage {
  users: User[];
  /** How many there are on all pages; exact below USERS_COUNTED. */
  total: number;
}

/** Pages of users. What one costs is bounded, and does not grow with the table (docs/decisions/0011). */
@Injectable()
export class UserLists {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  async page({ page, per_page, ...wanted }: UsersWanted & { page: number; per_page: number }): Promise<UserPage> {
    const { sql, parameters } = usersFound(wanted, wanted.search !== undefined && (await this.hasParts()));
    const first = (page - 1) * per_page;
    const slice = `(array_agg(id))[${first + 1}:${first + per_page}]`;
    const [found] = await this.users.query<{ total: number; ids: string[] | null }[]>(
      `SELECT count(*)::int AS total, ${slice} AS ids FROM (${sql}) AS found`,
      parameters,
    );
    const { total, ids } = found as { total: number; ids: string[] | null };
    return { users: await this.inOrder(ids ?? []), total };
  }

  /** False where the database has no pg_trgm. */
  private async hasParts(): Promise<boolean> {
    const [found] = await this.users.query<{ hasParts: boolean }[]>(
      `SELECT to_regclass('users_parts_idx') IS NOT NULL AS "hasParts"`,
    );
    return found?.hasParts === true;
  }

  private async inOrder(ids: string[]): Promise<User[]> {
    const users = new Map((await this.users.findBy({ id: In(ids) })).map((user) => [user.id, user]));
    return ids.flatMap((id) => users.get(id) ?? []);
  }
}
