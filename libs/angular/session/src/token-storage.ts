import { InjectionToken } from '@angular/core';
import { StoredToken } from './stored-token';

/** Where this browser keeps the access token. */
export const TOKEN_STORAGE = new InjectionToken<StoredToken>('TOKEN_STORAGE', {
  factory: () =>
    new StoredToken(
      () => sessionStorage,
      () => localStorage,
    ),
});
