import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isAllowed, type Permission, type Role } from '@latchkey/contract';
import { PERMISSIONS } from './permissions';
import { PermissionMissing } from './permission-missing';
import { ROLES } from './roles';
import { requestOf } from './request-of';
import { TokenMissing } from '../tokens/token-failures';

const OPEN_AND_CLOSED = {
  check: 'route',
  expected: '@Roles() and @Permissions() on a route that is closed',
  found: '@Public() beside them',
  advice: 'Take @Public() away: nobody is known on an open route.',
};

/** Asks for what `@Roles()` and `@Permissions()` name, on the controller and on the handler both; stands behind JwtAuthGuard. */
@Injectable()
export class PermissionsGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const places = [context.getClass(), context.getHandler()];
    const named = <T>(key: string) => this.reflector.getAll<(T[] | undefined)[]>(key, places).filter((list) => !!list);
    const [roles, permissions] = [named<Role>(ROLES), named<Permission>(PERMISSIONS).flat()];
    if (roles.length === 0 && permissions.length === 0) return true;
    const held = rolesOf(context);
    const missing = [
      ...roles.filter((any) => !any.some((role) => held.includes(role))).flat(),
      ...permissions.filter((permission) => !isAllowed(held, permission)),
    ];
    if (missing.length > 0) throw new PermissionMissing([...new Set(missing)]);
    return true;
  }
}

/** On a route that is `@Public()` besides nobody is known, so nobody is let in. */
function rolesOf(context: ExecutionContext): Role[] {
  const { user } = requestOf(context);
  if (!user) throw new TokenMissing(OPEN_AND_CLOSED);
  return user.user.roles;
}
