import { type Environment, passwordOptions } from '@latchkey/server/environment';
import { HashingPool, Passwords } from '@latchkey/nest/passwords';
import { type DataSource } from 'typeorm';
import { Refusal } from './failures';
import { refuseOtherPeppers } from './hashed';

/** Hashes and checks a password, and looks for the peppers that stored ones hang on: by their proofs, since a name proves nothing. */
export async function peppersOf(database: DataSource, environment: Environment): Promise<string> {
  const options = passwordOptions(environment);
  await hashing(new HashingPool(options), options);
  const rows: { id: string; isProved: boolean }[] = await database.query(
    `SELECT used.id, peppers.id IS NOT NULL AS "isProved" FROM (
       SELECT DISTINCT split_part(password_hash, '$', 2) AS id FROM users WHERE password_hash LIKE 'v1$%'
     ) AS used LEFT JOIN peppers USING (id)`,
  );
  const known = new Set(environment.peppers.map(({ id }) => id));
  const missing = rows.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  if (missing.length > 0)
    throw new Refusal(`Stored passwords need peppers that PASSWORD_PEPPERS does not have: ${missing.join(', ')}.`);
  await refuseOtherPeppers(database, options);
  const unproved = rows.filter(({ isProved }) => !isProved).map(({ id }) => id);
  if (unproved.length > 0)
    return `${unproved.join(', ')} is there by name; the server proves the secret at its next start`;
  return `${[...known].join(', ')}: every stored password can be checked`;
}

async function hashing(pool: HashingPool, options: ReturnType<typeof passwordOptions>): Promise<void> {
  try {
    const passwords = new Passwords(pool, options);
    if (!(await passwords.matches('probe', await passwords.hash('probe')))) throw new Refusal('Hashing does not work.');
  } finally {
    await pool.onApplicationShutdown();
  }
}
