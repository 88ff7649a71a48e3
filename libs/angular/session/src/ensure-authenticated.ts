import { inject, Service } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  type CanActivate,
  Router,
  type RouterStateSnapshot,
  type UrlTree,
} from '@angular/router';
import { Session } from './session';

/** Lets in who is signed in; sends others to /login, from where they come back. For mapToCanActivate([EnsureAuthenticated]). */
@Service()
export class EnsureAuthenticated implements CanActivate {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  async canActivate(_: ActivatedRouteSnapshot, { url }: RouterStateSnapshot): Promise<true | UrlTree> {
    await this.session.ready();
    return this.session.isAuthenticated() || this.router.createUrlTree(['/login'], { queryParams: { returnUrl: url } });
  }
}
