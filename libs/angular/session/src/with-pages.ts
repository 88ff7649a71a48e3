import { inject, provideEnvironmentInitializer } from '@angular/core';
import { Router, type Route, type UrlSegment } from '@angular/router';
import { type LatchkeyFeature, refuse } from './feature';
import { addressesOf, PAGE_ADDRESSES, type PageAddresses } from './page-addresses';

/** The site's own addresses. Throws, at the start, where no route has one of them. */
export function withPages(addresses: Partial<PageAddresses>): LatchkeyFeature {
  return {
    name: 'withPages',
    providers: [
      { provide: PAGE_ADDRESSES, useValue: addressesOf(addresses) },
      provideEnvironmentInitializer(() => checkAddresses(addresses, inject(Router))),
    ],
  };
}

function checkAddresses(addresses: Partial<PageAddresses>, router: Router): void {
  for (const [page, address] of Object.entries(addresses)) {
    if (!/^\/(?![/\\])/.test(address))
      refuse('withPages', `${page}: "${address}" is no path of this site; write one that begins with a single /.`);
    const segments = router.parseUrl(address).root.children['primary']?.segments ?? [];
    if (!router.config.some((route) => leadsTo(route, segments)))
      refuse(
        'withPages',
        `${page}: no route has the address "${address}"; add one, or write the address of one that is there.`,
      );
  }
}

/** A route for every address is a page for what is not found; behind one that is fetched when it is wanted nobody has looked yet. */
function leadsTo({ path = '', matcher, children, loadChildren }: Route, segments: UrlSegment[]): boolean {
  if (matcher) return true;
  if (path === '**') return false;
  const own = path.split('/').filter(Boolean);
  const isBelow = own.every(
    (name, index) => segments[index] && (name.startsWith(':') || name === segments[index].path),
  );
  if (!isBelow) return false;
  const rest = segments.slice(own.length);
  return !!loadChildren || (children ?? []).some((child) => leadsTo(child, rest)) || (rest.length === 0 && !children);
}
