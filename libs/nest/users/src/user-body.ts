import { type User as UserBody } from '@latchkey/contract';
import { ownFieldsOf } from './own-columns';
import { type User } from './user.entity';

/** A user as the API shows one: every field named here, none by accident. */
export function userBody(user: Omit<User, 'passwordHash' | 'sessionEpoch'>): UserBody {
  return {
    user_id: user.id,
    email: user.email,
    username: user.username,
    display_name: user.displayName,
    admin: user.roles.includes('admin'),
    roles: user.roles,
    is_active: user.isActive,
    registered_on: user.registeredOn.toUTCString(),
    ...ownFieldsOf(user),
  } as UserBody;
}
