import { Injectable } from '@nestjs/common';
import { type Dialect, Environment } from '@latchkey/server/environment';
import { AccessTokens, type Session, type SignedIn, TokenReader } from '@latchkey/nest/sessions';

/** What each family's carrier holds: an access token for an audience of its own, refused everywhere else. */
@Injectable()
export class DialectTokens {
  constructor(
    private readonly environment: Environment,
    private readonly accessTokens: AccessTokens,
    private readonly reader: TokenReader,
  ) {}

  issue(dialect: Dialect, session: Pick<Session, 'id' | 'userId' | 'generation'>, seconds: number): string {
    return this.accessTokens.issue(session, { audience: this.audience(dialect), seconds });
  }

  /** Throws TokenInvalid, TokenExpired, SessionRevoked. */
  signedIn(dialect: Dialect, token: string): Promise<SignedIn> {
    return this.reader.signedIn(token, this.audience(dialect));
  }

  /** The same, with a token that may have expired: its session decides. Throws TokenInvalid, SessionRevoked. */
  known(dialect: Dialect, token: string): Promise<SignedIn> {
    return this.reader.signedIn(token, this.audience(dialect), { ignoreExpiration: true });
  }

  private audience(dialect: Dialect): string {
    return `${this.environment.jwtAudience}/${dialect}`;
  }
}
