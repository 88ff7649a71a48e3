import { Injectable, Optional } from '@nestjs/common';
import { InvalidInput } from '@latchkey/nest/http';
import { violates } from '@latchkey/nest/database';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Not, Raw, Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { EmailTaken, LastAdmin, UsernameTaken, UserNotFound } from './failures';
import { Hooks, type SignUp, userNow } from './hooks';
import { User } from './user.entity';

/** A user to be: what is not said is null, `user` alone among the roles, and active. */
export type NewUser = Pick<User, 'passwordHash'> & Partial<Omit<User, 'id' | 'registeredOn' | 'sessionEpoch'>>;

/** What may change of a user. */
export type UserChanges = Partial<Omit<User, 'id' | 'registeredOn' | 'sessionEpoch'>>;

@Injectable()
export class Users {
  private readonly hooks: Hooks;

  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    // The command line has none.
    @Optional() hooks?: Hooks,
  ) {
    this.hooks = hooks ?? new Hooks();
  }

  byId(id: string): Promise<User | null> {
    return this.users.findOneBy({ id });
  }

  byEmail(email: string): Promise<User | null> {
    return this.users.findOneBy({ email });
  }

  byUsername(username: string): Promise<User | null> {
    return this.users.findOneBy({ username });
  }

  /** Asks the application whether somebody may sign up; to be asked before `create`, and before a password is hashed. Throws InvalidInput. */
  async admit(body: SignUp): Promise<void> {
    const refused = await this.hooks.own.beforeSignUp?.(body);
    if (refused && Object.keys(refused).length > 0) throw new InvalidInput(refused);
  }

  /** Stores a new user; inside the caller's transaction where one is given. Throws EmailTaken, UsernameTaken. */
  async create(newUser: NewUser, manager: EntityManager = this.users.manager): Promise<User> {
    const user = manager.create(User, {
      email: null,
      username: null,
      displayName: null,
      roles: ['user'],
      isActive: true,
      sessionEpoch: 0,
      ...newUser,
      id: uuid(),
      registeredOn: new Date(),
    });
    const store = async (tx: EntityManager) => {
      await tx.insert(User, user).catch(nameRefusal);
      await this.hooks.own.signedUp?.(userNow(user), tx);
      return user;
    };
    return this.hooks.own.signedUp ? inTransaction(manager, store) : store(manager);
  }

  /** Answers the user as changed. Throws UserNotFound, EmailTaken, UsernameTaken, LastAdmin. */
  async change(id: string, changes: UserChanges, manager: EntityManager = this.users.manager): Promise<User> {
    if (Object.keys(changes).length > 0) await manager.update(User, { id }, changes).catch(nameRefusal);
    const user = await manager.findOneBy(User, { id });
    if (!user) throw new UserNotFound();
    return user;
  }

  /** Deletes the user and all that belongs to them. Throws UserNotFound, LastAdmin. */
  async remove(id: string): Promise<void> {
    const { manager } = this.users;
    const { affected } = await (this.hooks.own.deleted
      ? manager.transaction((tx) => this.tellAndRemove(id, tx))
      : manager.delete(User, { id }).catch(nameRefusal));
    if (affected === 0) throw new UserNotFound();
  }

  private async tellAndRemove(id: string, tx: EntityManager): Promise<{ affected?: number | null }> {
    const user = await tx.findOne(User, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!user) return { affected: 0 };
    await this.hooks.own.deleted?.(userNow(user), tx);
    return tx.delete(User, { id }).catch(nameRefusal);
  }

  /** True where somebody else is an active administrator. */
  hasAdminBesides(id: string): Promise<boolean> {
    return this.users.existsBy({ id: Not(id), isActive: true, roles: Raw((roles) => `'admin' = ANY (${roles})`) });
  }

  /** Replaces the stored hash and answers true, unless another was stored since `user` was read. */
  async replacePasswordHash(user: User, passwordHash: string, manager = this.users.manager): Promise<boolean> {
    const isSame = { id: user.id, passwordHash: user.passwordHash };
    const { affected } = await manager.update(User, isSame, { passwordHash });
    return affected === 1;
  }
}

/** In the transaction that is under way, or in one for this alone. */
const inTransaction = <Result>(
  manager: EntityManager,
  work: (tx: EntityManager) => Promise<Result>,
): Promise<Result> => (manager.queryRunner?.isTransactionActive ? work(manager) : manager.transaction(work));

const REFUSALS = {
  users_email_unique: EmailTaken,
  users_username_unique: UsernameTaken,
  users_last_admin: LastAdmin,
};

/** The constraint that refused a statement, as the failure it stands for. */
function nameRefusal(error: unknown): never {
  for (const [constraint, Refusal] of Object.entries(REFUSALS)) if (violates(error, constraint)) throw new Refusal();
  throw error;
}
