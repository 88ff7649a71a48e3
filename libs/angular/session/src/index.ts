/** Who is signed in on this browser: Session, the guards for routes, and the interceptor that carries the token. */
export { Api, API_ORIGIN } from './api-origin';
export { EnsureAuthenticated } from './ensure-authenticated';
export { type LatchkeyFeature } from './feature';
export { latchkeyInterceptor } from './latchkey-interceptor';
export { LoginRedirect } from './login-redirect';
export { PAGE_ADDRESSES, type PageAddresses } from './page-addresses';
export { loadErrorOf, type Problem, problemOf } from './problem';
export { provideLatchkey } from './provide-latchkey';
export { safeReturnUrl } from './return-url';
export { authenticated, guard, type RouteGuard, stranger } from './route-guards';
export { Session, type SessionStatus } from './session';
export { type SessionEvent } from './session-events';
export { type ApiOptions, withApi } from './with-api';
export { withContract } from './with-contract';
export { withPages } from './with-pages';
export { withRestore } from './with-restore';
export { withStorage } from './with-storage';
