import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { type Permission } from '@latchkey/contract/permissions';
import { EnsureAuthenticated, Session } from '@latchkey/angular';
import { Permissions } from './permissions';

/**
 * A guard for routes: `canActivate: [can('users:read')]`. Strangers are sent to log in; who lacks the permission, to
 * `otherwise`. While the server can't be asked the page opens, and says so itself.
 */
export function can(wanted: Permission, otherwise = '/status'): CanActivateFn {
  return async (route, state) => {
    const [entrance, permissions, session] = [inject(EnsureAuthenticated), inject(Permissions), inject(Session)];
    const otherPage = inject(Router).parseUrl(otherwise);
    const entry = await entrance.canActivate(route, state);
    return entry !== true || !session.user() || permissions.has(wanted) ? entry : otherPage;
  };
}
