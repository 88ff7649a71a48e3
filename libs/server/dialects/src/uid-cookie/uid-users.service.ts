import { Injectable } from '@nestjs/common';
import { type RenewedSession, type SignedIn, Sessions, type UserNow } from '@latchkey/nest/sessions';
import { Aftermath, type User, type UserChanges, UsernameTaken, Users } from '@latchkey/nest/users';
import { isAllowed, username } from '@latchkey/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { Accounts } from '../accounts.service';
import { type NewUidAccount, type UidChanges, type UidUser } from './bodies';
import { AdminRequired, UidRefused, UidUnknown } from './failures';
import { uidUserBody } from './uid-user-body';

/** A user after a change, and the session that the answer's cookie is to carry where theirs was renewed. */
interface Changed {
  user: UidUser;
  renewed: RenewedSession | undefined;
}

/** Signing up, changing and deleting users of this family. */
@Injectable()
export class UidUsers {
  constructor(
    private readonly accounts: Accounts,
    private readonly dataSource: DataSource,
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly aftermath: Aftermath,
  ) {}

  /** Throws UidRefused, InvalidInput, Unavailable. */
  async signUp({ name, uid, password }: NewUidAccount): Promise<UidUser> {
    const names = { username: this.uidOf(uid, name), displayName: name };
    return uidUserBody(await this.accounts.create(names, password).catch(refused(name, uid)));
  }

  /**
   * Changes oneself; an administrator names anybody by uid instead. A new password ends the other sessions and renews
   * this one's tokens, all or nothing.
   * Throws UidUnknown, UidRefused, InvalidInput, SessionRevoked, Unavailable.
   */
  async change({ user: caller, session }: SignedIn, changes: UidChanges): Promise<Changed> {
    const user = await this.meant(caller, changes.uid);
    const wanted = await this.changesOf(user, changes);
    const change = async (manager: EntityManager): Promise<{ changed: User; renewed?: RenewedSession }> => {
      const changed = await this.users.change(user.id, wanted, manager);
      // Two at once take turns from here on: the first new password has ended the session that would set the second.
      await this.sessions.requireLive(session.id, manager);
      const keep = keptOf(caller, user, session.id);
      if (!changes.password) return { changed };
      await this.sessions.endAll(user.id, 'password_changed', keep, manager);
      return { changed, ...(keep !== undefined && { renewed: await this.sessions.renew(keep, manager) }) };
    };
    const [name, uid] = [changes.name || (user.displayName ?? ''), changes.uid ?? ''];
    const { changed, renewed } = await this.dataSource.transaction(change).catch(refused(name, uid));
    this.sessions.forget(user.id);
    if (changes.password) this.aftermath.passwordChanged(changed, keptOf(caller, user, session.id));
    return { user: uidUserBody(changed), renewed };
  }

  /** Throws AdminRequired, UidUnknown, LastAdmin. */
  async remove(caller: UserNow, uid: string): Promise<void> {
    if (!isAllowed(caller.roles, 'users:delete')) throw new AdminRequired();
    const user = await this.accounts.find(uid);
    if (!user) throw new UidUnknown(uid);
    await this.users.remove(user.id);
    this.sessions.forget(user.id);
  }

  private async meant(caller: UserNow, uid: string | undefined): Promise<UserNow> {
    if (!uid || !isAllowed(caller.roles, 'users:write')) return caller;
    const user = await this.accounts.find(uid);
    if (!user) throw new UidUnknown(uid);
    return user;
  }

  private async changesOf(user: UserNow, { name, uid, password }: UidChanges): Promise<UserChanges> {
    const called = name || (user.displayName ?? '');
    const names = { ...(name && { displayName: name }), ...(uid && { username: this.uidOf(uid, called) }) };
    if (!password) return names;
    return { ...names, passwordHash: await this.accounts.hashOfNew(password, { ...user, ...names }) };
  }

  private uidOf(uid: string, name: string): string {
    const { data } = username.safeParse(uid);
    if (data === undefined) throw new UidRefused(name, uid);
    return data;
  }
}

/** Whoever changes their own password stays; whoever had it changed for them does not. */
const keptOf = (caller: UserNow, user: UserNow, sessionId: string): string | undefined =>
  caller.id === user.id ? sessionId : undefined;

const refused = (name: string, uid: string) => (error: unknown) => {
  throw error instanceof UsernameTaken ? new UidRefused(name, uid) : error;
};
