import { User, Users } from '@latchkey/nest/users';
import { type DataSource } from 'typeorm';

/**
 * Makes an account the administrator's who holds this password now, all or nothing; answers what was done. Whoever had it before
 * has nothing left to come in with: neither password nor session, nor a login that is under way.
 */
export async function takeOver(database: DataSource, { id, email, roles }: User, passwordHash: string) {
  await database.transaction(async (manager) => {
    const changes = { passwordHash, isActive: true, roles: [...new Set([...roles, 'admin' as const])] };
    await new Users(manager.getRepository(User)).change(id, changes);
    await manager.query(`SELECT end_sessions($1, 'taken_over')`, [id]);
  });
  return `${email} is an administrator now, with a new password; all sessions from before are over.`;
}
