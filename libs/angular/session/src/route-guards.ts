import { inject } from '@angular/core';
import {
  type CanActivateFn,
  type CanMatchFn,
  Router,
  type RouterStateSnapshot,
  type UrlSegment,
} from '@angular/router';
import { EnsureAuthenticated } from './ensure-authenticated';
import { LoginRedirect } from './login-redirect';

/** A guard for `canActivate`, and for `canMatch`, before which a route's own code is not even fetched. */
export type RouteGuard = CanActivateFn & CanMatchFn;

/** Lets in who is signed in; sends others to the login page, from where they come back: `canActivate: [authenticated()]`. */
export const authenticated = (): RouteGuard => guard((url) => inject(EnsureAuthenticated).enter(url));

/** For the pages of signing in: sends on who is signed in already. */
export const stranger = (): RouteGuard =>
  guard((url) => inject(LoginRedirect).pass(inject(Router).parseUrl(url).queryParamMap));

/** A guard that goes by the address alone that is wanted. */
export function guard(enter: (url: string) => ReturnType<CanMatchFn>): RouteGuard {
  return (_: unknown, place: RouterStateSnapshot | UrlSegment[]) => {
    if (!Array.isArray(place)) return enter(place.url);
    const router = inject(Router);
    // A route that is being matched knows its own part of the address alone.
    return enter(router.serializeUrl(router.currentNavigation()?.extractedUrl ?? router.parseUrl('/')));
  };
}
