import { DOCUMENT, inject, InjectionToken, Service } from '@angular/core';
import { originOf } from './origin-of';

/** Where the API answers, such as `https://login.example.com`; by default the site's own origin. */
export const API_ORIGIN = new InjectionToken<string>('API_ORIGIN', { factory: () => inject(DOCUMENT).location.origin });

/** Addresses of the API, and the question whether an address is one. */
@Service()
export class Api {
  private readonly origin = inject(API_ORIGIN);
  private readonly page = inject(DOCUMENT).location;

  url(path: string): string {
    return this.origin === this.page.origin ? path : this.origin + path;
  }

  /** True where a request to `url` goes to the API, however the address is spelt. */
  owns(url: string): boolean {
    return originOf(url, this.page.href) === this.origin;
  }
}
