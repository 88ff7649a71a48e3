/** The pages of administrators: users. */
export { adminRoutes } from './admin.routes';
