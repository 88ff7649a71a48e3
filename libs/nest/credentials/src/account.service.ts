import { Injectable } from '@nestjs/common';
import { OwnDataSource } from '@latchkey/nest/database';
import { InvalidInput } from '@latchkey/nest/http';
import { PasswordPolicy, Passwords } from '@latchkey/nest/passwords';
import { type RenewedSession, Sessions, type SignedIn } from '@latchkey/nest/sessions';
import { Aftermath, type User, type UserChanges, Users } from '@latchkey/nest/users';
import { type ChangePasswordBody, type ProfileBody } from '@latchkey/contract';
import { DataSource } from 'typeorm';
import { CurrentPassword } from './current-password.service';

/** What people do with their own account. */
@Injectable()
export class Account {
  constructor(
    private readonly currentPassword: CurrentPassword,
    @OwnDataSource() private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly aftermath: Aftermath,
  ) {}

  /** Throws InvalidInput, UsernameTaken. */
  async changeProfile({ id, email }: SignedIn['user'], { display_name, username }: ProfileBody): Promise<User> {
    if (username === null && email === null) throw new OnlyName();
    const changes: UserChanges = {
      ...(display_name !== undefined && { displayName: display_name }),
      ...(username !== undefined && { username }),
    };
    const user = await this.users.change(id, changes);
    this.sessions.forget(id);
    return user;
  }

  /**
   * Ends all other sessions with it, and all tokens of this one: answers what to make new ones from.
   * Throws WrongCurrentPassword, InvalidInput, TooManyRequests, Unavailable.
   */
  async changePassword(me: SignedIn, { current_password, new_password }: ChangePasswordBody): Promise<RenewedSession> {
    if (new_password === current_password) throw new SamePassword();
    await this.policy.check(new_password, me.user, 'new_password');
    const user = await this.currentPassword.check(me, current_password);
    const passwordHash = await this.passwords.hash(new_password);
    // A login may have renewed the hash of the same password meanwhile; where the password itself was changed, this one is wrong.
    let checked = user;
    let renewed: RenewedSession | undefined;
    while (!(renewed = await this.replace(checked, passwordHash, me.session.id)))
      checked = await this.currentPassword.check(me, current_password);
    this.aftermath.passwordChanged(checked, me.session.id);
    return renewed;
  }

  /** Deletes the user and all that is theirs. Throws WrongCurrentPassword, LastAdmin, TooManyRequests, Unavailable. */
  async remove(me: SignedIn, currentPassword: string): Promise<void> {
    const { id } = await this.currentPassword.check(me, currentPassword);
    await this.users.remove(id);
    this.sessions.forget(id);
  }

  /** The user first, then the sessions: a login that comes in between waits for the first and is found by the second. */
  private async replace(user: User, passwordHash: string, keep: string): Promise<RenewedSession | undefined> {
    const renewed = await this.dataSource.transaction(async (manager) => {
      if (!(await this.users.replacePasswordHash(user, passwordHash, manager))) return undefined;
      await this.sessions.endAll(user.id, 'password_changed', keep, manager);
      return this.sessions.renew(keep, manager);
    });
    this.sessions.forget(user.id);
    return renewed;
  }
}

class SamePassword extends InvalidInput {
  constructor() {
    super([{ path: 'new_password', message: 'Choose a password other than your current one' }]);
  }
}

/** Without an e-mail the user name is what one signs in with. */
class OnlyName extends InvalidInput {
  constructor() {
    super([{ path: 'username', message: 'You sign in with this name: it can be changed, but not taken away' }]);
  }
}
