import { Client } from 'pg';

/** There is no account that everybody knows: who is registered is made an administrator by hand. */
export async function makeAdministrator(databaseUrl: string, email: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const made = await client.query(`UPDATE users SET roles = '{user,admin}' WHERE email = $1`, [email]);
  await client.end();
  if (made.rowCount !== 1) throw new Error(`Nobody is registered as ${email}.`);
}
