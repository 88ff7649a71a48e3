import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { cookieOf, type HttpReply, type HttpRequest } from '@latchkey/nest/http';
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
  /** True where browsers send it whichever site's page makes the call. */
  readonly isSentByAnySite: boolean;
  private readonly attributes;
  private readonly name: string;
  private readonly maxAge: number;

  constructor(
    { carrier, secure, sameSite, domain, prefix }: CookieOptions,
    { days }: SessionOptions,
    private readonly platform: HttpAdapterHost,
  ) {
    this.isOn = carrier === 'cookie';
    this.isSentByAnySite = sameSite === 'none';
    this.attributes = { path: '/', httpOnly: true, sameSite, secure, ...(domain && { domain }) } as const;
    // A cookie of a whole domain is none of this host's alone, which __Host- stands for.
    this.name = `${secure ? (domain ? '__Secure-' : '__Host-') : ''}${prefix}_access`;
    this.maxAge = days * DAY;
  }

  read(request: HttpRequest): string | undefined {
    return (this.isOn && cookieOf(request, this.name)) || undefined;
  }

  /** A session that is not to be remembered gets a cookie that ends with the browser. */
  set(reply: HttpReply, token: string, remember: boolean): void {
    this.platform.httpAdapter.setCookie(reply, this.name, token, {
      ...this.attributes,
      ...(remember && { maxAge: this.maxAge }),
    });
  }

  clear(reply: HttpReply): void {
    if (this.isOn) this.platform.httpAdapter.clearCookie(reply, this.name, this.attributes);
  }
}
