import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { type Permission } from '@latchkey/contract/permissions';
import { EnsureAuthenticated, guard, PAGE_ADDRESSES, type RouteGuard, Session } from '@latchkey/angular';
import { Permissions } from './permissions';

/**
 * A guard for routes: `canActivate: [can('users:read')]`. Strangers are sent to log in; who lacks the permission, to
 * `otherwise`, or where `withPages({ denied })` says. While the server can't be asked the page opens, and says so itself.
 */
export function can(wanted: Permission, otherwise?: string): RouteGuard {
  return guard(async (url) => {
    const [entrance, permissions, session] = [inject(EnsureAuthenticated), inject(Permissions), inject(Session)];
    const otherPage = inject(Router).parseUrl(otherwise ?? inject(PAGE_ADDRESSES).denied);
    const entry = await entrance.enter(url);
    return entry !== true || !session.user() || permissions.has(wanted) ? entry : otherPage;
  });
}
