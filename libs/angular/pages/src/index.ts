/** The pages of signing in (home, log in, register, status, protected, not found) and of one's own account. */
export { accountRoutes, notFoundRoute } from './account.routes';
