/** What who is signed in may do: the guard for routes, the directive for templates. A door of its own, so that a login page that needs neither does not load them. */
export { AuthCan } from './auth-can';
export { can } from './can';
export { Permissions } from './permissions';
