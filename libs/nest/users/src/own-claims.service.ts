import { Injectable } from '@nestjs/common';
import { Hooks, type UserNow, userNow } from './hooks';
import { Users } from './users.service';

/** What the application says of a user in tokens and in /auth/status; nothing, and no statement, where it has no such hook. */
@Injectable()
export class OwnClaims {
  constructor(
    private readonly hooks: Hooks,
    private readonly users: Users,
  ) {}

  async of(user: UserNow): Promise<Record<string, unknown> | undefined> {
    return this.hooks.own.claims?.(user);
  }

  async ofId(id: string): Promise<Record<string, unknown> | undefined> {
    const user = this.hooks.own.claims && (await this.users.byId(id));
    return user ? this.of(userNow(user)) : undefined;
  }
}
