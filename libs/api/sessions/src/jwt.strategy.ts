import { Injectable } from '@nestjs/common';
import { Environment } from '@latchkey/api/environment';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
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
      // A key object: from a string jsonwebtoken would make one for every request, by trial and error.
      secretOrKey: createSecretKey(environment.jwtSecret, 'utf8') as unknown as Buffer,
      algorithms: [ACCESS_TOKEN_ALGORITHM],
      issuer: environment.jwtIssuer,
      audience: environment.jwtAudience,
      // `nbf` is checked with the tolerance that `exp` must not have.
      jsonWebTokenOptions: { complete: true, ignoreNotBefore: true },
    });
  }

  async validate(token: VerifiedToken): Promise<SignedIn> {
    const { sub, sid, exp } = checkedClaims(token);
    const live = await this.sessions.live(sid);
    if (!live || live.user.id !== sub) throw new SessionRevoked();
    return { ...live, tokenExpiresAt: exp };
  }
}
