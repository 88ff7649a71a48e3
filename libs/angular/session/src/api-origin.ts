import { DOCUMENT, inject, InjectionToken, Service } from '@angular/core';
import { originOf } from './origin-of';

/** Where the API answers, such as `https://login.example.com`; by default the site's own origin. */
export const API_ORIGIN = new InjectionToken<string>('API_ORIGIN', { factory: () => inject(DOCUMENT).location.origin });

/** The path of the API's routes of signing in; what comes before its last segment stands before all of the API's paths. */
export const AUTH_PATH = new InjectionToken<string>('AUTH_PATH', { factory: () => '/auth' });

/** Addresses of the API, and the question whether an address is one. */
@Service()
export class Api {
  private readonly origin = inject(API_ORIGIN);
  private readonly authPath = inject(AUTH_PATH);
  private readonly prefix = this.authPath.slice(0, this.authPath.lastIndexOf('/'));
  private readonly page = inject(DOCUMENT).location;

  /** `path` as the API's own documentation has it: `/auth/status`, or `/orders` of the app's own. */
  url(path: string): string {
    const own = path.startsWith('/auth/') ? this.authPath + path.slice('/auth'.length) : this.prefix + path;
    return this.origin === this.page.origin ? own : this.origin + own;
  }

  /** True for a call that brings tokens, or ends them. */
  isDoor(url: string): boolean {
    return ['login', 'register', 'refresh', 'logout'].some((door) => url.endsWith(`${this.authPath}/${door}`));
  }

  /** True where a request to `url` goes to the API, however the address is spelt. */
  owns(url: string): boolean {
    return originOf(url, this.page.href) === this.origin;
  }
}
