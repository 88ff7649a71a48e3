import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { randomUUID } from 'node:crypto';
import { KeyRing } from './key-ring';
import { type Session } from '../session.entity';
import { TokenOptions } from '../session-options';

/** Header `typ` of an access token (RFC 9068 §2.1), so that no other kind of token passes for one. */
export const ACCESS_TOKEN_TYPE = 'at+jwt';

/** A token for another audience than this API's own is refused everywhere but there. */
export interface TokenUse {
  audience?: string;
  /** Life in seconds. */
  seconds?: number;
  /** Said beside what every token says, which they do not change. */
  claims?: Record<string, unknown>;
}

/** Issues access tokens: short-lived, and only a pointer at the session. */
@Injectable()
export class AccessTokens {
  /** Life of a token, in seconds. */
  readonly seconds: number;

  constructor(
    private readonly jwt: JwtService,
    private readonly options: TokenOptions,
    private readonly keys: KeyRing,
  ) {
    this.seconds = options.seconds;
  }

  issue(
    { id, userId, generation }: Pick<Session, 'id' | 'userId' | 'generation'>,
    { audience = this.options.audience, seconds = this.seconds, claims: more }: TokenUse = {},
  ): string {
    const { kid, algorithm, signs } = this.keys.newest();
    const claims = { ...withoutOurs(more), sub: userId, sid: id, gen: generation, jti: randomUUID() };
    return this.jwt.sign(claims, {
      privateKey: signs as never,
      algorithm,
      header: { alg: algorithm, typ: ACCESS_TOKEN_TYPE, ...(kid !== undefined && { kid }) },
      issuer: this.options.issuer,
      audience,
      expiresIn: seconds,
    });
  }
}

const OURS = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'sid', 'gen']);

const withoutOurs = (claims: Record<string, unknown> = {}): object =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !OURS.has(name)));
