import { type UserNow } from '@latchkey/nest/sessions';
import { isAllowed } from '@latchkey/contract';
import { type ListedUser, type UidUser } from './bodies';

/** What the original has where there is no address. */
const NO_EMAIL = '?';

export function uidUserBody({ id, username, displayName, email, roles }: UserNow): UidUser {
  return {
    id,
    uid: username,
    name: displayName ?? username,
    email: email ?? NO_EMAIL,
    role: roles.includes('admin') ? 'Admin' : 'User',
    pfp: null,
    kasm_server_needed: false,
    sections: [],
  };
}

/** As `caller` may see it: an address is its owner's and the administrators' to see. */
export function listedUser(user: UserNow, caller: UserNow): ListedUser {
  const isOwn = user.id === caller.id;
  const email = isOwn || isAllowed(caller.roles, 'users:read') ? (user.email ?? NO_EMAIL) : NO_EMAIL;
  const access = isOwn || isAllowed(caller.roles, 'users:write') ? 'rw' : 'ro';
  return { ...uidUserBody(user), email, access: [access] };
}
