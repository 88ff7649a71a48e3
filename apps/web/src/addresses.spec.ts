import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet } from '@angular/router';
import { render } from '@testing-library/angular';
import { appConfig } from './app.config';
// eslint-disable-next-line @nx/enforce-module-boundaries -- only to compare the server's list of pages with the routes
import { pageAt } from '../../../libs/server/site/src/site-paths';

@Component({ selector: 'latchkey-test-site', imports: [RouterOutlet], template: '<router-outlet />' })
class Site {}

const NAMES = ['login', 'register', 'status', 'protected', 'account', 'admin', 'nowhere', 'index.html'];
const BELOW = [
  'profile',
  'security',
  'devices',
  'data',
  'users',
  'users/x',
  'users/x/y',
  'no-permission',
  'index.html',
  'x',
  '..',
  '%2e',
  '%',
];
const SPELLINGS = [
  (path: string) => path,
  (path: string) => `${path}/`,
  (path: string) => `/${path}`,
  (path: string) => `${path}//`,
  (path: string) => `${path}/index.html`,
  (path: string) => path.toUpperCase(),
  (path: string) => path.replace('o', '%6f').replace('/a', '/%61'),
  (path: string) => `${path}%2F`,
  (path: string) => `${path}%20`,
  (path: string) => `${path};a=b`,
  (path: string) => `${path}(b:c)`,
  (path: string) => `(${path.slice(1)})`,
  (path: string) => `${path}//(b:${path.slice(1)})`,
  (path: string) => `${path}.`,
  (path: string) => `${path}%ff`,
  (path: string) => `${path}?a=%&b=%ff&c=(;)&d`,
  (path: string) => `${path}?`,
  (path: string) => `${path}\\`,
];
const paths = [
  '/',
  ...NAMES.map((name) => `/${name}`),
  ...['login', 'account', 'admin'].flatMap((name) => BELOW.map((below) => `/${name}/${below}`)),
];
const addresses = [...new Set(paths.flatMap((path) => SPELLINGS.map((spelt) => spelt(path))))];

/** What the server has at the address, its way there included. */
function onServer(url: string): string {
  const place = pageAt(url);
  return typeof place === 'object' ? onServer(place.moved) : place === 'page' ? 'page' : 'no page';
}

it('has a page where the server has one, and nowhere else', async () => {
  localStorage.setItem('token', 'e30.kept.x');
  await render(Site, { providers: [...appConfig.providers, provideHttpClientTesting()] });
  const http = TestBed.inject(HttpTestingController);
  const router = TestBed.inject(Router);
  const inRouter = async (url: string) => {
    // As Location gives the address bar to the router.
    const arrived = router.navigateByUrl(Location.stripTrailingSlash(url.replace(/\/index\.html$/, '')));
    let isThere = false;
    void arrived.finally(() => (isThere = true));
    while (!isThere) {
      await new Promise((resolve) => setTimeout(resolve));
      // The server can't be asked who that is, so that every guard lets in.
      for (const request of http.match(() => true)) if (!request.cancelled) request.error(new ProgressEvent('error'));
    }
    const isPage = !router.routerState.snapshot.root.firstChild?.routeConfig?.path?.includes('**');
    return isPage ? 'page' : 'no page';
  };
  const differing = [];
  for (const url of addresses) {
    const [router, server] = [await inRouter(url), onServer(url)];
    if (router !== server) differing.push({ url, router, server });
  }
  expect(differing).toEqual([]);
  expect(addresses.filter((url) => onServer(url) === 'page').length).toBeGreaterThan(40);
}, 60_000);
