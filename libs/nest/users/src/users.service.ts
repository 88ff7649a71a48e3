import { Injectable } from '@nestjs/common';
import { violates } from '@latchkey/nest/database';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Not, Raw, Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { EmailTaken, LastAdmin, UsernameTaken, UserNotFound } from './failures';
import { User } from './user.entity';

/** A user to be: what is not said is null, `user` alone among the roles, and active. */
export type NewUser = Pick<User, 'passwordHash'> & Partial<Omit<User, 'id' | 'registeredOn' | 'sessionEpoch'>>;

/** What may change of a user. */
export type UserChanges = Partial<Omit<User, 'id' | 'registeredOn' | 'sessionEpoch'>>;

@Injectable()
export class Users {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  byId(id: string): Promise<User | null> {
    return this.users.findOneBy({ id });
  }

  byEmail(email: string): Promise<User | null> {
    return this.users.findOneBy({ email });
  }

  byUsername(username: string): Promise<User | null> {
    return this.users.findOneBy({ username });
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
    await manager.insert(User, user).catch(nameRefusal);
    return user;
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
    const { affected } = await this.users.delete({ id }).catch(nameRefusal);
    if (affected === 0) throw new UserNotFound();
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
