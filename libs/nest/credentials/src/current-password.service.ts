import { Injectable } from '@nestjs/common';
import { InvalidInput } from '@latchkey/nest/http';
import { Passwords } from '@latchkey/nest/passwords';
import { type SignedIn } from '@latchkey/nest/sessions';
import { type User, Users } from '@latchkey/nest/users';
import { Attempts } from './attempts';

const WRONG_ATTEMPTS = 5;
const WINDOW = 15 * 60_000;

/** Neither a 401, by which the site would sign out, nor one answer for all: the caller is known already. */
export class WrongCurrentPassword extends InvalidInput {
  constructor() {
    super([{ path: 'current_password', message: 'This is not your password' }]);
  }
}

/**
 * Asks the signed-in for their password once more (ASVS 7.5.1). With a stolen token one may guess five times in a quarter of
 * an hour, by session and in each process; the owner's other sessions are not held up by that.
 */
@Injectable()
export class CurrentPassword {
  private readonly attempts = new Attempts(WRONG_ATTEMPTS, WINDOW);

  constructor(
    private readonly passwords: Passwords,
    private readonly users: Users,
  ) {}

  /** The user as stored. Throws WrongCurrentPassword, TooManyRequests, Unavailable. */
  async check({ user: { id }, session }: SignedIn, password: string): Promise<User> {
    this.attempts.take(session.id);
    const user = await this.users.byId(id);
    const matches = await this.passwords.matches(password, user?.passwordHash).catch((error: unknown) => {
      this.attempts.giveBack(session.id);
      throw error;
    });
    if (!user || !matches) throw new WrongCurrentPassword();
    this.attempts.clear(session.id);
    return user;
  }
}
