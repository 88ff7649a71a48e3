import { DOCUMENT, inject } from '@angular/core';
import { type NavigationError, Router } from '@angular/router';

/** A page that a link can't fetch, since a newer site is served by now or no server is reached, is asked for as a whole. */
export function loadAnew({ url }: NavigationError): void {
  if (inject(Router).navigated) inject(DOCUMENT).location.assign(url);
}
