import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { Environment } from '@latchkey/server/environment';
import { type Session, type SignedIn, TokenMissing } from '@latchkey/nest/sessions';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DialectTokens } from '../dialect-tokens';

const NAME = 'jwt_python_flask';
/** Seconds, of the cookie and of the token in it. */
const HOUR = 60 * 60;
const MISSING = {
  check: 'cookie',
  expected: NAME,
  found: 'no such cookie',
  advice: 'Log in at POST /api/authenticate, and call with credentials: "include".',
};

/** The cookie of this family: sent from the pages of other sites too, hence never without a look at their origin. */
@Injectable()
export class UidCookie {
  private readonly attributes;

  constructor(
    private readonly tokens: DialectTokens,
    { dialectPlainHttp }: Environment,
  ) {
    const crossSite = { secure: true, sameSite: 'none' } as const;
    const plainHttp = { secure: false, sameSite: 'lax' } as const;
    this.attributes = { httpOnly: true, path: '/', ...(dialectPlainHttp ? plainHttp : crossSite) } as const;
  }

  set(reply: FastifyReply, session: Pick<Session, 'id' | 'userId' | 'generation'>): void {
    const expires = new Date(Date.now() + HOUR * 1000);
    const token = this.tokens.issue('uid-cookie', session, HOUR);
    void reply.setCookie(NAME, token, { ...this.attributes, maxAge: HOUR, expires });
  }

  clear(reply: FastifyReply): void {
    void reply.setCookie(NAME, '', { ...this.attributes, maxAge: 0, expires: new Date(0) });
  }

  /** Throws TokenMissing, TokenInvalid, TokenExpired, SessionRevoked. */
  async signedIn({ cookies }: FastifyRequest): Promise<SignedIn> {
    const token = cookies[NAME];
    if (!token) throw new TokenMissing(MISSING);
    return this.tokens.signedIn('uid-cookie', token);
  }
}
