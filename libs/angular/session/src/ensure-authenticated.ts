import { inject, Service } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  type CanActivate,
  Router,
  type RouterStateSnapshot,
  type UrlTree,
} from '@angular/router';
import { PAGE_ADDRESSES } from './page-addresses';
import { Session } from './session';

/** Lets in who is signed in; sends others to the login page, from where they come back. For mapToCanActivate([EnsureAuthenticated]). */
@Service()
export class EnsureAuthenticated implements CanActivate {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly pages = inject(PAGE_ADDRESSES);

  canActivate(_: ActivatedRouteSnapshot, { url }: RouterStateSnapshot): Promise<true | UrlTree> {
    return this.enter(url);
  }

  async enter(returnUrl: string): Promise<true | UrlTree> {
    await this.session.ready();
    if (this.session.isAuthenticated()) return true;
    const login = this.router.parseUrl(this.pages.login);
    login.queryParams = { ...login.queryParams, returnUrl };
    return login;
  }
}
