import { InjectionToken } from '@angular/core';

/** Pages of the site that others lead to, each as its path, such as `/login`. */
export interface PageAddresses {
  /** Where strangers are sent to; default: `/login`. */
  login: string;
  /** Where one lands after signing in, unless a page was asked for; default: `/status`. */
  home: string;
  /** Where one is sent whom a permission is missing; default: `home`. */
  denied: string;
}

export const addressesOf = ({ login = '/login', home = '/status', denied = home }: Partial<PageAddresses>) => ({
  login,
  home,
  denied,
});

export const PAGE_ADDRESSES = new InjectionToken<PageAddresses>('PAGE_ADDRESSES', { factory: () => addressesOf({}) });
