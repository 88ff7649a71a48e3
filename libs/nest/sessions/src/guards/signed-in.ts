import { type LiveSession } from '../cache/live-session';

/** What the guard puts on the request: the user, the session, and when the token that opened the door expires. */
export interface SignedIn extends LiveSession {
  /** Seconds since 1970, the token's `exp`. */
  tokenExpiresAt: number;
}
