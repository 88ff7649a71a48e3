import { Injectable } from '@nestjs/common';
import { OwnDataSource } from '@latchkey/nest/database';
import { generatedPassword, PasswordPolicy, Passwords } from '@latchkey/nest/passwords';
import { Sessions, type UserNow } from '@latchkey/nest/sessions';
import { Aftermath, LastAdmin, ownFieldsIn, type User, UserNotFound, Users } from '@latchkey/nest/users';
import { type ChangeUserBody, type CreateUserBody } from '@latchkey/contract';
import { DataSource } from 'typeorm';
import { OwnAccount } from './own-account';

export interface Created {
  user: User;
  /** Where none was chosen; kept nowhere else. */
  generated?: string;
}

@Injectable()
export class Administration {
  constructor(
    @OwnDataSource() private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly aftermath: Aftermath,
  ) {}

  /** Throws UserNotFound. */
  async user(id: string): Promise<User> {
    const user = await this.users.byId(id);
    if (!user) throw new UserNotFound();
    return user;
  }

  /** Makes an account without signing it in. Throws InvalidInput, EmailTaken, UsernameTaken, Unavailable. */
  async create({ password: chosen, display_name: displayName, ...body }: CreateUserBody): Promise<Created> {
    const password = chosen ?? generatedPassword();
    if (chosen !== undefined) await this.policy.check(chosen, body);
    await this.users.admit({ ...body, ...(displayName !== undefined && { display_name: displayName }) });
    const passwordHash = await this.passwords.hash(password);
    const user = await this.users.create({ ...body, displayName: displayName ?? null, passwordHash });
    return { user, generated: chosen === undefined ? password : undefined };
  }

  /**
   * What changes bites before it is answered: roles at the next call, and a disabled user's sessions are over, also once they
   * are enabled again. Throws UserNotFound, OwnAccount, LastAdmin.
   */
  async change(id: string, body: ChangeUserBody, by: UserNow): Promise<User> {
    const { roles, is_active } = body;
    const before = await this.user(id);
    const isDemoted = before.roles.includes('admin') && roles?.includes('admin') === false;
    if (is_active === false || isDemoted) await this.refuseOwn(id, by);
    // Enabled too: nothing from before may come back to life, whichever road disabled them.
    const endsAll = is_active === false || (is_active && !before.isActive);
    const user = await this.dataSource.transaction(async (manager) => {
      const changed = await this.users.change(id, changesOf(body), manager);
      if (endsAll) await this.sessions.endAll(id, 'disabled', undefined, manager);
      return changed;
    });
    this.sessions.forget(id);
    if (endsAll) this.aftermath.sessionEnded({ userId: id, reason: 'disabled' });
    return user;
  }

  /** Throws UserNotFound, OwnAccount, LastAdmin. */
  async remove(id: string, by: UserNow): Promise<void> {
    await this.refuseOwn(id, by);
    await this.users.remove(id);
    this.sessions.forget(id);
  }

  /** Signs a user out everywhere. Throws UserNotFound. */
  async endSessions(id: string): Promise<void> {
    await this.user(id);
    await this.sessions.endAll(id, 'administrator');
  }

  private async refuseOwn(id: string, by: UserNow): Promise<void> {
    if (id !== by.id) return;
    throw (await this.users.hasAdminBesides(id)) ? new OwnAccount() : new LastAdmin();
  }
}

function changesOf({ roles, is_active: isActive, display_name: displayName, ...others }: ChangeUserBody) {
  const all = { roles, isActive, displayName, ...ownFieldsIn(others) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
