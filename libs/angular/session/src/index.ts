/** Who is signed in on this browser: Session, the guards for routes, and the interceptor that carries the token. */
export { Api, API_ORIGIN } from './api-origin';
export { EnsureAuthenticated } from './ensure-authenticated';
export { HOME } from './home';
export { LoginRedirect } from './login-redirect';
export { loadErrorOf, type Problem, problemOf } from './problem';
export { type LatchkeyOptions, provideLatchkey } from './provide-latchkey';
export { safeReturnUrl } from './return-url';
export { Session } from './session';
