/** Who is signed in: the sessions table, access tokens, the guard that is on by default, and the decorators for handlers. */
export { AccessTokens } from './access-tokens';
export { CurrentUser, SignedInNow } from './current-user';
export { type Device, deviceOf } from './device';
export { Public } from './public';
export { Session } from './session.entity';
export { Sessions } from './sessions.service';
export { SessionsModule } from './sessions.module';
export { type LiveSession, type UserNow } from './live-session';
export { type SignedIn } from './signed-in';
