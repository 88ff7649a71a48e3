import { Injectable } from '@nestjs/common';
import { OwnDataSource } from '@latchkey/nest/database';
import { PasswordPolicy, Passwords } from '@latchkey/nest/passwords';
import { type Device, type Session, Sessions } from '@latchkey/nest/sessions';
import { Hooks, ownFieldsIn, type User, userNow, Users } from '@latchkey/nest/users';
import { type LoginBody, type RegisterBody } from '@latchkey/contract';
import { DataSource } from 'typeorm';
import { AccountDisabled, WrongCredentials } from './failures';

/** Somebody who has come in. */
export interface Entry {
  user: User;
  session: Session;
}

/** What is checked of somebody who comes in. */
type Secret = Pick<LoginBody, 'password' | 'remember'>;

@Injectable()
export class Credentials {
  constructor(
    @OwnDataSource() private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly hooks: Hooks,
  ) {}

  /** Makes an account and signs it in, both or neither. Throws InvalidInput, EmailTaken, Unavailable. */
  async register({ password, remember, ...body }: RegisterBody, device: Device): Promise<Entry> {
    const { email } = body;
    await this.policy.check(password, { email });
    await this.users.admit(body);
    const passwordHash = await this.passwords.hash(password);
    const entry = await this.dataSource.transaction(async (manager) => {
      const user = await this.users.create({ ...ownFieldsIn(body), email, passwordHash }, manager);
      return { user, session: await this.sessions.open(user.id, device, remember, manager) };
    });
    return this.entered(entry);
  }

  /** Checks a password and opens a session. Throws WrongCredentials, AccountDisabled, Unavailable. */
  login({ email, ...body }: LoginBody, device: Device): Promise<Entry> {
    return this.enter(() => this.users.byEmail(email), body, device);
  }

  /**
   * The same for a user found otherwise. Where the password is changed while it is being checked, it is checked once more, so
   * that the old one leaves no session behind.
   */
  async enter(find: () => Promise<User | null>, { password, remember }: Secret, device: Device): Promise<Entry> {
    for (;;) {
      const user = await this.check(await find(), password);
      const session = await this.sessions.openIfUnchanged(user, device, remember);
      if (session) return this.entered({ user, session });
    }
  }

  /** Tells the application of somebody who has come in; where it will not have them the session ends. Throws what it throws. */
  async entered(entry: Entry): Promise<Entry> {
    if (!this.hooks.own.signedIn) return entry;
    const { id, userId, createdAt, expiresAt, userAgent, address } = entry.session;
    try {
      await this.hooks.own.signedIn(userNow(entry.user), { id, userId, createdAt, expiresAt, userAgent, address });
    } catch (error) {
      await this.sessions.end(id, 'refused');
      throw error;
    }
    return entry;
  }

  /**
   * The user, if there is one and this is their password; both failures look and last alike. A hash made otherwise than a new
   * one would be is replaced. Throws WrongCredentials, AccountDisabled, Unavailable.
   */
  async check(user: User | null, password: string): Promise<User> {
    const matches = await this.passwords.matches(password, user?.passwordHash);
    if (!user || !matches) throw new WrongCredentials();
    if (!user.isActive) throw new AccountDisabled();
    if (!this.passwords.isOutdated(user.passwordHash, password)) return user;
    const passwordHash = await this.passwords.hash(password);
    await this.users.replacePasswordHash(user, passwordHash);
    return { ...user, passwordHash };
  }
}
