import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { CookieOptions, SessionOptions } from '@latchkey/nest/sessions';
import { type FastifyReply, type FastifyRequest } from 'fastify';

const DAY = 24 * 60 * 60;

/** The refresh token's cookie: for our own pages' calls to /auth, and for no script. */
@Injectable()
export class RefreshCookie {
  private readonly name: string;
  private readonly secure: boolean;
  private readonly maxAge: number;

  constructor({ secure }: CookieOptions, { days }: SessionOptions) {
    this.secure = secure;
    this.name = this.secure ? '__Secure-latchkey_refresh' : 'latchkey_refresh';
    this.maxAge = days * DAY;
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name] || undefined;
  }

  /** A session that is not to be remembered gets a cookie that ends with the browser. */
  set(reply: FastifyReply, token: string, remember: boolean): void {
    reply.setCookie(this.name, token, { ...this.attributes(), ...(remember && { maxAge: this.maxAge }) });
  }

  clear(reply: FastifyReply): void {
    reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { path: '/auth', httpOnly: true, sameSite: 'strict', secure: this.secure } as const;
  }
}
