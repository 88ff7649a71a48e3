import { Injectable } from '@nestjs/common';
import { violates } from '@latchkey/api/database';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { EmailTaken } from './email-taken';
import { User } from './user.entity';

@Injectable()
export class Users {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  byEmail(email: string): Promise<User | null> {
    return this.users.findOneBy({ email });
  }

  /** Stores a new user inside the caller's transaction; EmailTaken where the address is already somebody's. */
  async create(email: string, passwordHash: string, manager: EntityManager): Promise<User> {
    const user = manager.create(User, {
      id: uuid(),
      email,
      username: null,
      displayName: null,
      passwordHash,
      roles: ['user'],
      isActive: true,
      registeredOn: new Date(),
    });
    try {
      await manager.insert(User, user);
    } catch (error) {
      throw violates(error, 'users_email_unique') ? new EmailTaken() : error;
    }
    return user;
  }

  /** Replaces the stored hash, unless the password was changed since `outdated` was read. */
  async upgradePasswordHash(user: User, passwordHash: string): Promise<void> {
    await this.users.update({ id: user.id, passwordHash: user.passwordHash }, { passwordHash });
  }
}
