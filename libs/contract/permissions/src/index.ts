/** Who may do what. Without zod, so that a page may ask without loading it. */

export const roles = ['user', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Everything a role may allow. A name that is not here does not compile, on either side. */
export const permissions = ['users:read', 'users:write', 'users:delete', 'sessions:end'] as const;
export type Permission = (typeof permissions)[number];

/** What each role may do. The server decides by it; the site only hides what would be refused. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  user: [],
  admin: permissions,
};

/** A role that is not known here, as from a newer server, allows nothing. */
export const isAllowed = (held: readonly Role[], wanted: Permission): boolean =>
  held.some((name) => permissionsOf[name]?.includes(wanted));
