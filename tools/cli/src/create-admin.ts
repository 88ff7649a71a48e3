import { migrate } from '@latchkey/nest/database';
import { type Environment, readEnvironment } from '@latchkey/server/environment';
import { EmailTaken, User, Users } from '@latchkey/nest/users';
import { email as emailSchema } from '@latchkey/contract';
import { type DataSource } from 'typeorm';
import { type Words } from './command';
import { choosePassword } from './choose-password';
import { WrongUse } from './failures';
import { hashed } from './hashed';
import { withDatabase } from './with-database';

/** Makes an administrator of this e-mail, or of the user who has it already. */
export async function createAdmin({ positionals, options, signal }: Words): Promise<number> {
  const email = emailSchema.safeParse(positionals[0]);
  if (!email.success) throw new WrongUse(`${email.error.issues[0]?.message}.`);
  const environment = readEnvironment();
  return withDatabase(environment, async (database) => {
    await migrate(database);
    const users = new Users(database.getRepository(User));
    const user = await users.byEmail(email.data);
    if (user) return promote(users, user);
    const chosen = await choosePassword(email.data, { generate: options['generate'] === true, signal });
    return create(database, environment, { email: email.data, ...chosen });
  });
}

interface NewAdmin {
  email: string;
  password: string;
  isGenerated: boolean;
}

async function create(database: DataSource, environment: Environment, admin: NewAdmin): Promise<number> {
  const users = new Users(database.getRepository(User));
  const { email, password, isGenerated } = admin;
  const passwordHash = await hashed(password, environment, database);
  try {
    await users.create({ email, passwordHash, roles: ['user', 'admin'] });
  } catch (error) {
    // Registered while we asked for the password.
    const user = error instanceof EmailTaken ? await users.byEmail(email) : null;
    if (user) return promote(users, user);
    throw error;
  }
  console.log(`${email} is an administrator now.`);
  if (isGenerated) console.log(`Password, shown this once: ${password}`);
  return 0;
}

async function promote(users: Users, { id, email, roles, isActive }: User): Promise<number> {
  if (isActive && roles.includes('admin')) {
    console.log(`${email} is an administrator already. Nothing was changed.`);
    return 0;
  }
  console.log(`${email} is a user already: they get the role admin, and their password stays as it is.`);
  if (!isActive) console.log('Their account was disabled and is active again.');
  await users.change(id, { roles: [...new Set([...roles, 'admin' as const])], isActive: true });
  return 0;
}
