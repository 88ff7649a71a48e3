/** Who may do what. Without zod, so that a page may ask without loading it. */
import { type Auth, OWN_PERMISSIONS, type Permission, type Role, type RolesOf } from './register';
export { type Auth, type OwnFields, type Permission, type Register, type Role, type RolesOf } from './register';

/** The roles there are: an application's own once `adoptAuth` was called. */
export const roles: Role[] = ['user', 'admin'];

/** Everything a role may allow. */
export const permissions: Permission[] = [...OWN_PERMISSIONS];

/** What each role may do. The server decides by it; the site only hides what would be refused. */
export const permissionsOf = { user: [], admin: permissions } as object as Readonly<
  Record<Role, readonly Permission[]>
>;

/** A role that is not known here, as from a newer server, allows nothing. */
export const isAllowed = (held: readonly Role[], wanted: Permission): boolean =>
  held.some((name) => permissionsOf[name]?.includes(wanted));

/** The application's roles, permissions and fields, typed as they are written. */
export const defineAuth = <
  const Roles extends RolesOf,
  const Names extends readonly string[] = [],
  User = undefined,
>(auth: {
  roles: Roles;
  permissions?: Names;
  user?: User;
}): { roles: Roles; permissions: Names; user: User } => auth as { roles: Roles; permissions: Names; user: User };

const NAME = /^[a-z][a-z0-9_-]{0,62}$/;

/** Has this process, or page, go by the application's roles. Throws where a name cannot be one. */
export function adoptAuth({ roles: own, permissions: more = [] }: Auth): void {
  const wrong = Object.keys(own).find((name) => !NAME.test(name));
  if (wrong !== undefined) throw new Error(`The role "${wrong}" needs a name of a-z, 0-9, _ and -, a letter first.`);
  const lists = Object.values(own).flatMap((list) => (list === '*' ? [] : list));
  replace(roles, Object.keys(own));
  replace(permissions, [...new Set([...OWN_PERMISSIONS, ...lists, ...more])]);
  for (const name of Object.keys(permissionsOf)) delete (permissionsOf as Record<string, unknown>)[name];
  for (const [name, list] of Object.entries(own))
    Object.assign(permissionsOf, { [name]: list === '*' ? permissions : list });
}

/** In place: whoever imported the list sees the change. */
const replace = (list: string[], names: string[]): void => void list.splice(0, list.length, ...names);
