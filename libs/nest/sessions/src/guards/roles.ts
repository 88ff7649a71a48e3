import { SetMetadata } from '@nestjs/common';
import { type Role } from '@latchkey/contract';

export const ROLES = 'latchkey:roles';

/** Closes a route, or every route of a controller, to those who have none of these roles: 403 `permission_missing`. */
export const Roles = (...any: [Role, ...Role[]]) => SetMetadata(ROLES, any);
