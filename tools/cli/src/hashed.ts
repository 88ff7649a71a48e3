import { type Environment, passwordOptions } from '@latchkey/server/environment';
import { HashingPool, type PasswordOptions, Passwords, PepperProofs } from '@latchkey/nest/passwords';
import { type DataSource } from 'typeorm';
import { Refusal } from './failures';

/** A password as the users table of `database` holds it, under a pepper that is known there. */
export async function hashed(password: string, environment: Environment, database: DataSource): Promise<string> {
  const options = passwordOptions(environment);
  await new PepperProofs(database, options).keep();
  await refuseOtherPeppers(database, options);
  const pool = new HashingPool(options);
  try {
    return await new Passwords(pool, options).hash(password);
  } finally {
    await pool.onApplicationShutdown();
  }
}

/** Throws Refusal where a pepper has the name of one that stored passwords hang on, and another secret. */
export async function refuseOtherPeppers(database: DataSource, options: PasswordOptions): Promise<void> {
  const changed = await new PepperProofs(database, options).changed();
  if (changed.length === 0) return;
  throw new Refusal(
    `PASSWORD_PEPPERS has another secret under ${changed.join(', ')} than stored passwords were made with: none of them can be checked.`,
  );
}
