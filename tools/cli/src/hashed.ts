import { type Environment } from '@latchkey/server/environment';
import { HashingPool, Passwords } from '@latchkey/nest/passwords';

/** A password as the users table holds it. */
export async function hashed(password: string, environment: Environment): Promise<string> {
  const pool = new HashingPool(environment);
  try {
    return await new Passwords(pool, environment).hash(password);
  } finally {
    await pool.onApplicationShutdown();
  }
}
