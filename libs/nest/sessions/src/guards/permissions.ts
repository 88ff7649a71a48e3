import { SetMetadata } from '@nestjs/common';
import { type Permission } from '@latchkey/contract';

export const PERMISSIONS = 'latchkey:permissions';

/** Closes a route, or every route of a controller, to those who lack any of these permissions: 403 `permission_missing`. */
export const Permissions = (...all: [Permission, ...Permission[]]) => SetMetadata(PERMISSIONS, all);
