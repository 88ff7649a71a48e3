import { migrate } from '@latchkey/nest/database';
import { readEnvironment } from '@latchkey/server/environment';
import { EmailTaken, User, Users } from '@latchkey/nest/users';
import { email as emailSchema } from '@latchkey/contract';
import { type DataSource } from 'typeorm';
import { type Words } from './command';
import { choosePassword } from './choose-password';
import { Refusal, WrongUse } from './failures';
import { hashed } from './hashed';
import { takeOver } from './take-over';
import { withDatabase } from './with-database';

/**
 * Makes an administrator of this e-mail. An account that has it already may be anybody's, since whoever registered may not own the
 * address: it is refused, or taken over with --take-over. Throws WrongUse, Refusal.
 */
export async function createAdmin({ positionals, options, signal }: Words): Promise<number> {
  const email = emailSchema.safeParse(positionals[0]);
  if (!email.success) throw new WrongUse(`${email.error.issues[0]?.message}.`);
  const environment = readEnvironment();
  return withDatabase(environment, async (database) => {
    await migrate(database);
    const user = await new Users(database.getRepository(User)).byEmail(email.data);
    if (user && options['take-over'] !== true) return leave(user);
    const chosen = await choosePassword(email.data, { generate: options['generate'] === true, signal });
    const passwordHash = await hashed(chosen.password, environment, database);
    console.log(user ? await takeOver(database, user, passwordHash) : await create(database, email.data, passwordHash));
    if (chosen.isGenerated) console.log(`Password, shown this once: ${chosen.password}`);
    return 0;
  });
}

async function create(database: DataSource, email: string, passwordHash: string): Promise<string> {
  const users = new Users(database.getRepository(User));
  await users.create({ email, passwordHash, roles: ['user', 'admin'] }).catch((error: unknown) => {
    // Registered while we asked for the password.
    throw error instanceof EmailTaken ? new SomebodysAlready(email) : error;
  });
  return `${email} is an administrator now.`;
}

/** What is done with somebody's account where nothing else was asked for: nothing. */
function leave({ email, roles, isActive }: User): number {
  if (!isActive || !roles.includes('admin')) throw new SomebodysAlready(email ?? '');
  console.log(`${email} is an administrator already. Nothing was changed.`);
  return 0;
}

class SomebodysAlready extends Refusal {
  constructor(email: string) {
    super(`${email} has an account already, whose password whoever registered it knows. Nothing was changed.
To make it an administrator's: create-admin ${email} --take-over gives it a new password and ends all its sessions.`);
  }
}
