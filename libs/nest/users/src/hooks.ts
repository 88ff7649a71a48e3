import { type OwnFields } from '@latchkey/contract';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type User } from './user.entity';

/** A user without what only a password check needs, with the application's own fields. */
export type UserNow = Omit<User, 'passwordHash' | 'sessionEpoch'> & OwnFields;

/** What somebody signs up with, whichever road they take; never the password. Fields are named as on the wire. */
export interface SignUp {
  email?: string | null;
  username?: string | null;
  display_name?: string | null;
  roles?: readonly string[];
  [column: string]: unknown;
}

/** The session that somebody came in with. */
export interface OpenedSession {
  id: string;
  userId: string;
  createdAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  address: string | null;
}

export interface EndedSession {
  userId: string;
  /** The one that ended; not given: all of the user's, but `kept` where one was. */
  sessionId?: string;
  kept?: string;
  /** Such as logout, revoked, password_changed. */
  reason: string;
}

type Now<Value = void> = Value | Promise<Value>;

/**
 * What an application does when something happens to its users; each is called from every road: the API, older clients,
 * administrators. Where there is a `tx`, it runs in the transaction that makes the change, and what it throws undoes all of it: ask
 * and write through `tx`, since other connections do not see the change yet.
 */
export abstract class LatchkeyHooks {
  /** Before anything is stored. Refuses by a message a field, returned or thrown as InvalidInput. */
  beforeSignUp?(body: SignUp): Now<Record<string, string> | void>;
  signedUp?(user: UserNow, tx: EntityManager): Now;
  /** After the session is there. What it throws is the answer, and ends the session; a new account stays. */
  signedIn?(user: UserNow, session: OpenedSession): Now;
  /** After the fact: what it throws is logged, and changes nothing. */
  passwordChanged?(user: UserNow): Now;
  /** After the fact: what it throws is logged. Sessions that run out by themselves are not told of. */
  sessionEnded?(ended: EndedSession): Now;
  /** Before the row goes, so that what points at it may go first. */
  deleted?(user: UserNow, tx: EntityManager): Now;
  /** Said in access tokens, beside the claims that are Latchkey's, and in /auth/status. Anybody who holds the token reads it. */
  claims?(user: UserNow): Now<Record<string, unknown>>;
}

/** Holds the application's hooks once its modules are there: they may depend on what depends on this. */
@Injectable()
export class Hooks {
  own: LatchkeyHooks = {};
}

/** The user as an application's own code gets one. */
export function userNow({ passwordHash: _hash, sessionEpoch: _epoch, ...user }: User): UserNow {
  return user as UserNow;
}
