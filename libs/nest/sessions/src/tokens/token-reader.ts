import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { checkedClaims, type VerifiedToken } from './checked-claims';
import { KeyRing } from './key-ring';
import { issuersOf, TokenOptions } from '../session-options';
import { Sessions } from '../sessions.service';
import { type SignedIn } from '../guards/signed-in';
import { SessionRevoked, TokenExpired, TokenInvalid } from './token-failures';
import { hintOf } from './token-hint';

interface Reading {
  /** True where an expired token still tells whose session it is. */
  ignoreExpiration?: boolean;
}

/** Who is signed in by a token, and why nobody is. The guard has passport verify this API's own; tokens for other audiences are verified here. */
@Injectable()
export class TokenReader {
  constructor(
    private readonly options: TokenOptions,
    private readonly jwt: JwtService,
    private readonly keys: KeyRing,
    private readonly sessions: Sessions,
  ) {}

  /** Checks signature, claims and session of a token for `audience`. Throws TokenInvalid, TokenExpired, SessionRevoked. */
  async signedIn(token: string, audience: string, { ignoreExpiration = false }: Reading = {}): Promise<SignedIn> {
    return this.admit(await this.verified(token, audience, ignoreExpiration));
  }

  /** The last two steps with a token whose signature is good: its claims, and its session. Throws TokenInvalid, SessionRevoked. */
  async admit(token: VerifiedToken): Promise<SignedIn> {
    const { sub, sid, gen, exp } = checkedClaims(token);
    const live = await this.sessions.live(sid, gen);
    if (!live || live.user.id !== sub) throw new SessionRevoked(await this.sessions.whyOver(sid, sub));
    return { ...live, tokenExpiresAt: exp };
  }

  /** What to answer to a token for `audience` that jsonwebtoken refused with `error`. */
  refusal(token: string, error: Error | undefined, audience = this.options.audience): TokenExpired | TokenInvalid {
    const hint = hintOf(token, error?.message, { issuer: this.options.issuer, audience, keys: this.keys });
    return error?.name === 'TokenExpiredError' ? new TokenExpired(hint) : new TokenInvalid(hint);
  }

  private async verified(token: string, audience: string, ignoreExpiration: boolean): Promise<VerifiedToken> {
    const issuer = issuersOf(this.options);
    const key = this.keys.find(token);
    try {
      if (!key) throw new Error('no such key');
      const options = { algorithms: [key.algorithm], issuer, audience, ignoreExpiration, ignoreNotBefore: true };
      return await this.jwt.verifyAsync(token, { publicKey: key.verifies as never, complete: true, ...options });
    } catch (error) {
      throw this.refusal(token, error as Error, audience);
    }
  }
}
