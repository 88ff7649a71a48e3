/** What Latchkey itself asks for, whichever roles an application has. */
export const OWN_PERMISSIONS = ['users:read', 'users:write', 'users:delete', 'sessions:end'] as const;
type OwnPermission = (typeof OWN_PERMISSIONS)[number];

/** What a role may do; `*` is everything. */
type Allowed = readonly string[] | '*';

/** The roles of an application. `user` is what everybody begins with, `admin` the one of which an active holder always stays. */
export type RolesOf<Name extends string = string> = { user: Allowed; admin: Allowed } & Record<Name, Allowed>;

/** What an application says of itself once, for server and site: its roles with their permissions, and its own fields of a user. */
export interface Auth<Roles extends RolesOf = RolesOf, User = unknown> {
  roles: Roles;
  /** Permissions that no role names, since only `*` has them. */
  permissions?: readonly string[];
  /** A schema of zod: an object with a field for each. */
  user?: User;
}

/**
 * An application names its own here, and from then on its roles, permissions and fields are typed everywhere:
 * `declare module '@latchkey/contract' { interface Register { auth: typeof auth } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it is there to be filled by others
export interface Register {}

type Registered = Register extends { auth: infer Own } ? Own : { roles: { user: []; admin: '*' } };
type Roles = Registered extends { roles: infer Own } ? Own : never;
type NamedIn<List> = List extends readonly (infer Name extends string)[] ? Name : never;

/** A name that is not there does not compile, on either side. */
export type Role = keyof Roles & string;
export type Permission =
  OwnPermission | NamedIn<Roles[keyof Roles]> | NamedIn<Registered extends { permissions?: infer More } ? More : never>;

/** The application's own fields of a user, as they are on the wire and on the server. */
export type OwnFields = Registered extends { user?: { _zod: { output: infer Fields } } } ? Fields : unknown;
