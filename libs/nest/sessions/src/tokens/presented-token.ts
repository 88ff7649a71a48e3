import { Injectable } from '@nestjs/common';
import { type HttpRequest, OwnOrigin, rawRequest } from '@latchkey/nest/http';
import { AccessCookie } from './access-cookie';
import { bearerToken } from './bearer-token';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The access token that a request brings: in the Authorization header, or in its cookie where that is the carrier. */
@Injectable()
export class PresentedToken {
  constructor(
    private readonly cookie: AccessCookie,
    private readonly origin: OwnOrigin,
  ) {}

  /**
   * A browser sends a cookie along whoever made it call: what changes something must come from a page of ours, as JSON,
   * and what reads from no foreign page where the browser itself does not see to that.
   * Throws TokenMissing, TokenMalformed, OriginRefused.
   */
  of(request: HttpRequest): string {
    const cookie = request.headers.authorization === undefined ? this.cookie.read(request) : undefined;
    if (cookie === undefined) return bearerToken(rawRequest(request));
    if (!SAFE.has(request.method)) this.origin.require(request);
    else if (this.cookie.isSentByAnySite) this.origin.requireNotForeign(request);
    return cookie;
  }
}
