import { Injectable } from '@nestjs/common';
import { Environment } from '@latchkey/api/environment';
import { JwtService } from '@nestjs/jwt';
import { randomUUID } from 'node:crypto';
import { type Session } from './session.entity';

/** Header `typ` of an access token (RFC 9068 §2.1), so that no other kind of token passes for one. */
export const ACCESS_TOKEN_TYPE = 'at+jwt';
/** One algorithm, fixed here and never read from the token (RFC 8725 §3.1). */
export const ACCESS_TOKEN_ALGORITHM = 'HS256';

/** Issues access tokens: short-lived, and only a pointer at the session. */
@Injectable()
export class AccessTokens {
  /** Life of a token, in seconds. */
  readonly seconds: number;

  constructor(
    private readonly jwt: JwtService,
    private readonly environment: Environment,
  ) {
    this.seconds = environment.accessTokenSeconds;
  }

  issue({ id, userId, generation }: Pick<Session, 'id' | 'userId' | 'generation'>): string {
    const claims = { sub: userId, sid: id, gen: generation, jti: randomUUID() };
    return this.jwt.sign(claims, {
      algorithm: ACCESS_TOKEN_ALGORITHM,
      header: { alg: ACCESS_TOKEN_ALGORITHM, typ: ACCESS_TOKEN_TYPE },
      issuer: this.environment.jwtIssuer,
      audience: this.environment.jwtAudience,
      expiresIn: this.seconds,
    });
  }
}
