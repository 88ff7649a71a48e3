import { inject, Service } from '@angular/core';
import { type ActivatedRouteSnapshot, type CanActivate, type ParamMap, Router, type UrlTree } from '@angular/router';
import { PAGE_ADDRESSES } from './page-addresses';
import { safeReturnUrl } from './return-url';
import { Session } from './session';

/** Sends on from the pages of signing in who is signed in already. For mapToCanActivate([LoginRedirect]). */
@Service()
export class LoginRedirect implements CanActivate {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly pages = inject(PAGE_ADDRESSES);

  canActivate({ queryParamMap }: ActivatedRouteSnapshot): Promise<true | UrlTree> {
    return this.pass(queryParamMap);
  }

  /** The form does not wait for the server to say whose a cookie is: most strangers have none. */
  async pass(queryParamMap: ParamMap): Promise<true | UrlTree> {
    const target = this.router.parseUrl(safeReturnUrl(queryParamMap.get('returnUrl'), this.pages));
    const ready = this.session.ready();
    if (this.session.isAuthenticated()) await ready;
    else void ready.then(this.sendOn(target));
    return !this.session.isAuthenticated() || target;
  }

  /** Goes to `target` where one is signed in now, and has not gone to another page by oneself. */
  private sendOn(target: UrlTree): () => void {
    const latest = () => (this.router.currentNavigation() ?? this.router.lastSuccessfulNavigation())?.id;
    const asked = latest();
    return () => {
      if (this.session.isAuthenticated() && asked === latest()) void this.router.navigateByUrl(target);
    };
  }
}
