import { mapToCanActivate, type Route, type Routes } from '@angular/router';
import { EnsureAuthenticated, LoginRedirect } from '@latchkey/angular';

/** A session that ends, or begins in another tab, sends the page through its guard again: it runs even where the address stays. */
const forSignedIn = { canActivate: mapToCanActivate([EnsureAuthenticated]), runGuardsAndResolvers: 'always' } as const;
const forStrangers = { canActivate: mapToCanActivate([LoginRedirect]), runGuardsAndResolvers: 'always' } as const;

/** The pages of signing in and of one's account, each fetched when it is wanted. */
export const accountRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'Welcome', loadComponent: () => import('./home').then(({ Home }) => Home) },
  {
    path: 'login',
    title: 'Log in',
    ...forStrangers,
    loadComponent: () => import('./login').then(({ Login }) => Login),
  },
  {
    path: 'register',
    title: 'Create an account',
    ...forStrangers,
    loadComponent: () => import('./register').then(({ Register }) => Register),
  },
  {
    path: 'status',
    title: 'Your session',
    ...forSignedIn,
    loadComponent: () => import('./status-page').then(({ StatusPage }) => StatusPage),
  },
  { path: 'account', ...forSignedIn, loadChildren: () => import('./settings/settings.routes') },
  {
    path: 'protected',
    title: 'A protected page',
    ...forSignedIn,
    loadComponent: () => import('./protected-page').then(({ ProtectedPage }) => ProtectedPage),
  },
];

/** For any other address: the last route of a site. */
export const notFoundRoute: Route = {
  path: '**',
  title: 'Page not found',
  loadComponent: () => import('./not-found').then(({ NotFound }) => NotFound),
};
