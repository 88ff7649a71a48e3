import { Injectable } from '@nestjs/common';
import { Environment } from '@latchkey/server/environment';
import { InvalidInput } from '@latchkey/nest/http';
import { PasswordPolicy, Passwords } from '@latchkey/nest/passwords';
import { type User, Users } from '@latchkey/nest/users';
import { PASSWORD_MAX, username } from '@latchkey/contract';

type Names = Partial<Pick<User, 'email' | 'username' | 'displayName'>>;

/** Accounts as older clients make and find them: the product's own, with its password policy. */
@Injectable()
export class Accounts {
  constructor(
    private readonly environment: Environment,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly users: Users,
  ) {}

  /** The user of this name (uid, username), in any case; nobody where it cannot be a name. */
  async find(name: string): Promise<User | null> {
    const { data } = username.safeParse(name);
    return data === undefined ? null : this.users.byUsername(data);
  }

  /** Throws InvalidInput, EmailTaken, UsernameTaken, Unavailable. */
  async create(names: Names, password: string): Promise<User> {
    const { displayName: display_name, ...others } = names;
    await this.users.admit({ ...others, ...(display_name !== undefined && { display_name }) });
    return this.users.create({ ...names, passwordHash: await this.hashOfNew(password, names) });
  }

  /** Hashes a password that somebody of these names chose. Throws InvalidInput, Unavailable. */
  async hashOfNew(password: string, { email, username }: Names): Promise<string> {
    const chosen = password.normalize('NFC');
    const length = [...chosen].length;
    const { dialectPasswordMin: least } = this.environment;
    if (length < least) throw refused(`Password must be at least ${least} characters`);
    if (length > PASSWORD_MAX) throw refused(`Password must be at most ${PASSWORD_MAX} characters`);
    await this.policy.check(chosen, { email, username });
    return this.passwords.hash(chosen);
  }
}

const refused = (message: string): InvalidInput => new InvalidInput([{ path: 'password', message }]);
