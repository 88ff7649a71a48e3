/** Who is signed in: the sessions table, access tokens, the guard that is on by default, and the decorators for handlers. */
export { AccessTokens } from './access-tokens';
export { CurrentUser, SignedInNow } from './current-user';
export { type Device, deviceOf } from './device';
export { JwtAuthGuard } from './jwt-auth.guard';
export { Public } from './public';
export { RefreshMissing } from './refresh-failures';
export { RefreshTokens } from './refresh-token';
export { type Refreshed, Refreshes } from './refreshes.service';
export { Session } from './session.entity';
export { Sessions } from './sessions.service';
export { SessionsModule } from './sessions.module';
export { type LiveSession, type UserNow } from './live-session';
export { type SignedIn } from './signed-in';
