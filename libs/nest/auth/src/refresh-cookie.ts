import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { cookieOf, type HttpReply, type HttpRequest } from '@latchkey/nest/http';
import { CookieOptions, SessionOptions } from '@latchkey/nest/sessions';

const DAY = 24 * 60 * 60;

/** The refresh token's cookie: for our own pages' calls to /auth, and for no script. */
@Injectable()
export class RefreshCookie {
  private readonly name: string;
  private readonly secure: boolean;
  private readonly maxAge: number;

  constructor(
    { secure }: CookieOptions,
    { days }: SessionOptions,
    private readonly platform: HttpAdapterHost,
  ) {
    this.secure = secure;
    this.name = this.secure ? '__Secure-latchkey_refresh' : 'latchkey_refresh';
    this.maxAge = days * DAY;
  }

  read(request: HttpRequest): string | undefined {
    return cookieOf(request, this.name) || undefined;
  }

  /** A session that is not to be remembered gets a cookie that ends with the browser. */
  set(reply: HttpReply, token: string, remember: boolean): void {
    this.platform.httpAdapter.setCookie(reply, this.name, token, {
      ...this.attributes(),
      ...(remember && { maxAge: this.maxAge }),
    });
  }

  clear(reply: HttpReply): void {
    this.platform.httpAdapter.clearCookie(reply, this.name, this.attributes());
  }

  private attributes() {
    return { path: '/auth', httpOnly: true, sameSite: 'strict', secure: this.secure } as const;
  }
}
