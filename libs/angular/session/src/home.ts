import { InjectionToken } from '@angular/core';

/** Where one lands after signing in, unless a page was asked for: a path of this site. `provideLatchkey({ home })` sets it. */
export const HOME = new InjectionToken<string>('HOME', { factory: () => '/status' });
