import { type User } from '@latchkey/api/users';
import { type Session } from './session.entity';

/** What the guard puts on the request: the user, the session, and when the token that opened the door expires. */
export interface SignedIn {
  user: User;
  session: Session;
  /** Seconds since 1970, the token's `exp`. */
  tokenExpiresAt: number;
}
