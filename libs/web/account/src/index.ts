/** The pages of signing in: home, log in, register, status, protected, not found. */
export { accountRoutes, notFoundRoute } from './account.routes';
