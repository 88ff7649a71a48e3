import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { CookieOptions, SessionOptions } from '../session-options';

const DAY = 24 * 60 * 60;

/**
 * The access token's cookie, where TOKEN_CARRIER is `cookie`: for our own pages and for no script. It outlives its token, so
 * that an expired one says so, and is exchanged.
 */
@Injectable()
export class AccessCookie {
  /** False where access tokens travel in the Authorization header. */
  readonly isOn: boolean;
  private readonly secure: boolean;
  private readonly name: string;
  private readonly maxAge: number;

  constructor({ carrier, secure }: CookieOptions, { days }: SessionOptions) {
    this.isOn = carrier === 'cookie';
    this.secure = secure;
    this.name = this.secure ? '__Host-latchkey_access' : 'latchkey_access';
    this.maxAge = days * DAY;
  }

  read(request: FastifyRequest): string | undefined {
    return (this.isOn && request.cookies[this.name]) || undefined;
  }

  /** A session that is not to be remembered gets a cookie that ends with the browser. */
  set(reply: FastifyReply, token: string, remember: boolean): void {
    reply.setCookie(this.name, token, { ...this.attributes(), ...(remember && { maxAge: this.maxAge }) });
  }

  clear(reply: FastifyReply): void {
    if (this.isOn) reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.secure } as const;
  }
}
