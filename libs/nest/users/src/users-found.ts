import { USERS_COUNTED, type UserOrder, type UsersQuery } from '@latchkey/contract';

/** Each is the order of an index, and `id` decides between equals. */
const ORDERS: Record<UserOrder, string> = {
  email: 'email COLLATE "C", id',
  '-email': 'email COLLATE "C" DESC, id DESC',
  registered_on: 'registered_on, id',
  '-registered_on': 'registered_on DESC, id DESC',
};
/** All that a search for any part looks at, as in users_parts_idx. */
const PARTS = `(coalesce(email, '') || chr(10) || coalesce(username, '') || chr(10) || lower(coalesce(display_name, '')))`;
/** What users_parts_idx can look up; less is searched for at the beginning. */
const THREE_IN_A_ROW = /[\p{L}\p{N}]{3}/u;
/** What a search for the beginning looks at, each with an index in this order. */
const NAMES = ['email COLLATE "C"', 'username COLLATE "C"', 'lower(display_name) COLLATE "C"'];

/** Filters of an administrator's, and of the lists that others may see. */
export type UsersWanted = Omit<UsersQuery, 'page' | 'per_page'> & { hasUsername?: true };

/**
 * The ids of those asked for, in order, as a statement and its parameters; USERS_COUNTED of them and no more. With `byParts` they
 * are found by any part of a name: PostgreSQL walks through the order where many match, and looks few up in users_parts_idx.
 */
export function usersFound(
  { search, sort, ...filters }: UsersWanted,
  byParts: boolean,
): { sql: string; parameters: string[] } {
  const where = conditions(filters);
  const last = `ORDER BY ${ORDERS[sort]} LIMIT ${USERS_COUNTED}`;
  if (!search) return { sql: `SELECT id FROM users WHERE ${where} ${last}`, parameters: [] };
  if (byParts && THREE_IN_A_ROW.test(search))
    return {
      sql: `SELECT id FROM users WHERE ${PARTS} LIKE lower($1) AND ${where} ${last}`,
      parameters: [`%${escaped(search)}%`],
    };
  const named = NAMES.map(
    (name) => `(SELECT id, email, registered_on FROM users
                 WHERE ${name} LIKE lower($1) AND ${where} ORDER BY ${name} LIMIT ${USERS_COUNTED})`,
  );
  return { sql: `SELECT id FROM (${named.join(' UNION ')}) AS named ${last}`, parameters: [`${escaped(search)}%`] };
}

/** Written out (the schema lets no other names of roles through than those that are) rather than sent as parameters, so that PostgreSQL sees which index is made for them. */
function conditions({ role, is_active, hasUsername }: Pick<UsersWanted, 'role' | 'is_active' | 'hasUsername'>): string {
  const active = is_active !== undefined && (is_active ? 'is_active' : 'NOT is_active');
  const all = [role && `'${role.replaceAll("'", '')}' = ANY (roles)`, active, hasUsername && 'username IS NOT NULL'];
  return all.filter(Boolean).join(' AND ') || 'true';
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');
