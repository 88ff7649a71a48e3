import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { calledPath, cookieOf, HttpOptions, type HttpReply, type HttpRequest } from '@latchkey/nest/http';
import { CookieOptions, SessionOptions } from '@latchkey/nest/sessions';

const DAY = 24 * 60 * 60;

/** The refresh token's cookie: for our own pages' calls to /auth, and for no script. */
@Injectable()
export class RefreshCookie {
  private readonly name: string;
  private readonly own;
  private readonly maxAge: number;
  /** The whole path of the routes of signing in, with what the application puts before it: a prefix, a version. */
  private readonly ownPath: RegExp;
  private readonly path: string;

  constructor(
    { secure, sameSite, domain, prefix }: CookieOptions,
    { days }: SessionOptions,
    { authPath }: HttpOptions,
    private readonly platform: HttpAdapterHost,
  ) {
    this.path = `/${authPath}`;
    this.ownPath = new RegExp(`^(.*)/${authPath}/`, 'i');
    this.own = { httpOnly: true, sameSite, secure, ...(domain && { domain }) } as const;
    this.name = `${secure ? '__Secure-' : ''}${prefix}_refresh`;
    this.maxAge = days * DAY;
  }

  read(request: HttpRequest): string | undefined {
    return cookieOf(request, this.name) || undefined;
  }

  /** A session that is not to be remembered gets a cookie that ends with the browser. */
  set(reply: HttpReply, token: string, remember: boolean): void {
    this.platform.httpAdapter.setCookie(reply, this.name, token, {
      ...this.attributes(reply),
      ...(remember && { maxAge: this.maxAge }),
    });
  }

  clear(reply: HttpReply): void {
    this.platform.httpAdapter.clearCookie(reply, this.name, this.attributes(reply));
  }

  private attributes(reply: HttpReply) {
    const [, before = ''] = this.ownPath.exec(calledPath(reply)) ?? [];
    return { path: before + this.path, ...this.own };
  }
}
