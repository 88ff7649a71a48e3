import { Injectable } from '@nestjs/common';
import { PasswordPolicy, Passwords } from '@latchkey/api/passwords';
import { type Device, type Session, Sessions } from '@latchkey/api/sessions';
import { type User, Users } from '@latchkey/api/users';
import { type LoginBody, type RegisterBody } from '@latchkey/contract';
import { DataSource } from 'typeorm';
import { AccountDisabled, WrongCredentials } from './failures';

/** Somebody who has come in. */
export interface Entry {
  user: User;
  session: Session;
}

@Injectable()
export class Credentials {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly sessions: Sessions,
    private readonly users: Users,
  ) {}

  /** Makes an account and signs it in, both or neither. Throws InvalidInput, EmailTaken, Unavailable. */
  async register({ email, password, remember }: RegisterBody, device: Device): Promise<Entry> {
    await this.policy.check(password, email);
    const passwordHash = await this.passwords.hash(password);
    return this.dataSource.transaction(async (manager) => {
      const user = await this.users.create(email, passwordHash, manager);
      return { user, session: await this.sessions.open(user.id, device, remember, manager) };
    });
  }

  /** Checks a password and opens a session. Throws WrongCredentials, AccountDisabled, Unavailable. */
  async login({ email, password, remember }: LoginBody, device: Device): Promise<Entry> {
    const user = await this.users.byEmail(email);
    const matches = await this.passwords.matches(password, user?.passwordHash);
    if (!user || !matches) throw new WrongCredentials();
    if (!user.isActive) throw new AccountDisabled();
    if (this.passwords.isOutdated(user.passwordHash)) {
      await this.users.upgradePasswordHash(user, await this.passwords.hash(password));
    }
    return { user, session: await this.sessions.open(user.id, device, remember) };
  }
}
