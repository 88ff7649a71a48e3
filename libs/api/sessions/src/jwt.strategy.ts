import { Injectable } from '@nestjs/common';
import { Environment } from '@latchkey/api/environment';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { Strategy } from 'passport-jwt';
import { ACCESS_TOKEN_ALGORITHM } from './access-tokens';
import { bearerToken } from './bearer-token';
import { checkedClaims, type VerifiedToken } from './checked-claims';
import { SessionCache } from './session-cache';
import { Sessions } from './sessions.service';
import { type SignedIn } from './signed-in';
import { SessionRevoked } from './token-failures';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    environment: Environment,
    private readonly sessions: Sessions,
    private readonly cache: SessionCache,
  ) {
    super({
      jwtFromRequest: ({ raw }: { raw: IncomingMessage }) => bearerToken(raw),
      // A key object: from a string jsonwebtoken would make one for every request, by trial and error.
      secretOrKey: createSecretKey(environment.jwtSecret, 'utf8') as unknown as Buffer,
      algorithms: [ACCESS_TOKEN_ALGORITHM],
      issuer: environment.jwtIssuer,
      audience: environment.jwtAudience,
      // `nbf` is checked with the tolerance that `exp` must not have.
      passReqToCallback: true,
      jsonWebTokenOptions: { complete: true, ignoreNotBefore: true },
    });
  }

  async validate({ raw }: { raw: IncomingMessage }, token: VerifiedToken): Promise<SignedIn> {
    const { sub, sid, gen, exp } = checkedClaims(token);
    const live = await this.sessions.live(sid, gen);
    if (!live || live.user.id !== sub) throw new SessionRevoked();
    this.cache.keepToken(bearerToken(raw), sid, { exp, generation: gen });
    return { ...live, tokenExpiresAt: exp };
  }
}
