/** The pages of signing in (home, log in, register, status, protected, not found) and of one's own account. */
export { accountRoutes, notFoundRoute } from './account.routes';
export { PAGE_OPTIONS, type PageOptions, providePages, type SignInMethod } from './page-options';
