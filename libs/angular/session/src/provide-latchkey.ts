import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { API_ORIGIN } from './api-origin';
import { bearerToken } from './bearer-token';
import { endedSession } from './ended-session';
import { HOME } from './home';
import { requireSameRelease } from './same-release';

/** What a site says of itself. */
export interface LatchkeyOptions {
  /** Where the API answers, if not on the site's own origin. */
  apiOrigin?: string;
  /** Where one lands after signing in without having asked for a page; `/status` if it is not said. */
  home?: string;
}

/** HttpClient with the interceptors that a Session needs: for the providers of an app that takes this library. */
export function provideLatchkey({ apiOrigin, home }: LatchkeyOptions = {}): EnvironmentProviders {
  requireSameRelease();
  return makeEnvironmentProviders([
    provideHttpClient(withInterceptors([bearerToken, endedSession])),
    apiOrigin === undefined ? [] : { provide: API_ORIGIN, useValue: apiOrigin },
    home === undefined ? [] : { provide: HOME, useValue: home },
  ]);
}
