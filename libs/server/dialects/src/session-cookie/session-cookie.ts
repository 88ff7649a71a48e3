import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { Environment } from '@latchkey/server/environment';
import { ApiFailure } from '@latchkey/nest/http';
import { type Session, type SignedIn } from '@latchkey/nest/sessions';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DialectTokens } from '../dialect-tokens';

const NAME = 'session';

/** The cookie of this family: gone when the browser closes, and of no use once its session has ended. */
@Injectable()
export class SessionCookie {
  private readonly attributes;

  constructor(
    private readonly tokens: DialectTokens,
    { publicUrl }: Environment,
  ) {
    this.attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: publicUrl.startsWith('https:') } as const;
  }

  set(reply: FastifyReply, session: Session): void {
    const seconds = Math.ceil((session.expiresAt.getTime() - Date.now()) / 1000);
    void reply.setCookie(NAME, this.tokens.issue('session-cookie', session, seconds), this.attributes);
  }

  clear(reply: FastifyReply): void {
    void reply.setCookie(NAME, '', { ...this.attributes, maxAge: 0, expires: new Date(0) });
  }

  /** Who is signed in; nobody where the cookie is missing, forged, or its session over. */
  async signedIn({ cookies }: FastifyRequest): Promise<SignedIn | undefined> {
    const token = cookies[NAME];
    if (!token) return undefined;
    return this.tokens.signedIn('session-cookie', token).catch(nobodyOr);
  }
}

/** That a token is no good is an answer here; that the database is away is not. */
function nobodyOr(error: unknown): undefined {
  if (error instanceof ApiFailure && error.fact.status === 401) return undefined;
  throw error;
}
