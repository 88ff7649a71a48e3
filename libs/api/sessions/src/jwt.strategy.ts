import { Injectable } from '@nestjs/common';
import { Environment } from '@latchkey/api/environment';
import { PassportStrategy } from '@nestjs/passport';
import { type IncomingMessage } from 'node:http';
import { Strategy } from 'passport-jwt';
import { ACCESS_TOKEN_ALGORITHM } from './access-tokens';
import { bearerToken } from './bearer-token';
import { checkedClaims, type VerifiedToken } from './checked-claims';
import { Sessions } from './sessions.service';
import { type SignedIn } from './signed-in';
import { SessionRevoked } from './token-failures';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    environment: Environment,
    private readonly sessions: Sessions,
  ) {
    super({
      jwtFromRequest: ({ raw }: { raw: IncomingMessage }) => bearerToken(raw),
      secretOrKey: environment.jwtSecret,
      algorithms: [ACCESS_TOKEN_ALGORITHM],
      issuer: environment.jwtIssuer,
      audience: environment.jwtAudience,
      // `nbf` is checked with the tolerance that `exp` must not have.
      jsonWebTokenOptions: { complete: true, ignoreNotBefore: true },
    });
  }

  async validate(token: VerifiedToken): Promise<SignedIn> {
    const { sub, sid, exp } = checkedClaims(token);
    const session = await this.sessions.live(sid);
    if (!session?.user || session.userId !== sub) throw new SessionRevoked();
    return { user: session.user, session, tokenExpiresAt: exp };
  }
}
