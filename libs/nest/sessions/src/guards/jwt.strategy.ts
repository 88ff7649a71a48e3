import { Injectable } from '@nestjs/common';
import { type HttpRequest } from '@latchkey/nest/http';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import { type VerifiedToken } from '../tokens/checked-claims';
import { KeyRing } from '../tokens/key-ring';
import { PresentedToken } from '../tokens/presented-token';
import { issuersOf, TokenOptions } from '../session-options';
import { SessionCache } from '../cache/session-cache';
import { type SignedIn } from './signed-in';
import { STRATEGY } from './strategy';
import { TokenReader } from '../tokens/token-reader';

type Done = (error: Error | null, key?: never) => void;

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, STRATEGY) {
  constructor(
    options: TokenOptions,
    private readonly keys: KeyRing,
    private readonly reader: TokenReader,
    private readonly cache: SessionCache,
    private readonly presented: PresentedToken,
  ) {
    super({
      jwtFromRequest: (request: unknown) => presented.of(request as HttpRequest),
      // A key object: from a string jsonwebtoken would make one for every request, by trial and error.
      secretOrKeyProvider: (_: unknown, token: string, done: Done) => {
        const key = keys.find(token);
        done(key ? null : new Error('no such key'), key?.verifies as never);
      },
      algorithms: keys.algorithms,
      issuer: issuersOf(options),
      audience: options.audience,
      // `nbf` is checked with the tolerance that `exp` must not have.
      passReqToCallback: true,
      jsonWebTokenOptions: { complete: true, ignoreNotBefore: true },
    });
  }

  async validate(request: HttpRequest, token: VerifiedToken): Promise<SignedIn> {
    const signedIn = await this.reader.admit(token);
    const raw = this.presented.of(request);
    const { tokenExpiresAt: exp, session } = signedIn;
    this.cache.keepToken(raw, session, { exp, until: Math.min(exp, this.keys.find(raw)?.until ?? 0) });
    return signedIn;
  }
}
