import { type Environment, passwordOptions } from '@latchkey/server/environment';
import { HashingPool, Passwords } from '@latchkey/nest/passwords';

/** A password as the users table holds it. */
export async function hashed(password: string, environment: Environment): Promise<string> {
  const options = passwordOptions(environment);
  const pool = new HashingPool(options);
  try {
    return await new Passwords(pool, options).hash(password);
  } finally {
    await pool.onApplicationShutdown();
  }
}
