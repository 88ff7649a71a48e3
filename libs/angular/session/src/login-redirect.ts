import { inject, Service } from '@angular/core';
import { type ActivatedRouteSnapshot, type CanActivate, Router, type UrlTree } from '@angular/router';
import { safeReturnUrl } from './return-url';
import { Session } from './session';

/** Sends on from /login and /register who is signed in already. For mapToCanActivate([LoginRedirect]). */
@Service()
export class LoginRedirect implements CanActivate {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  async canActivate({ queryParamMap }: ActivatedRouteSnapshot): Promise<true | UrlTree> {
    await this.session.ready();
    return !this.session.isAuthenticated() || this.router.parseUrl(safeReturnUrl(queryParamMap.get('returnUrl')));
  }
}
