import { Injectable } from '@nestjs/common';
import { ApiFailure } from './api-failure';
import { HttpOptions } from './http-options';
import { type HttpRequest } from './platform';

/** A call with our cookie that none of our pages made. */
export class OriginRefused extends ApiFailure {
  constructor() {
    const message =
      'This call must come from a page of this site, as JSON. ' +
      'Whoever runs this server names the site with PUBLIC_URL, and others with CORS_ORIGINS.';
    super({ status: 403, code: 'origin_refused', message });
  }
}

/** Tells calls that our own pages made from those that another site had a browser make (ASVS 3.5.1, 3.5.2). */
@Injectable()
export class OwnOrigin {
  private readonly origins: Set<string>;
  /** True in development and on localhost alone; production is reached by https. */
  private readonly isPlain: boolean;

  constructor({ publicUrl, allowedOrigins }: HttpOptions) {
    this.origins = new Set([new URL(publicUrl).origin, ...allowedOrigins]);
    this.isPlain = publicUrl.startsWith('http:');
  }

  /** Throws OriginRefused where `isOwn` is false. */
  require(request: HttpRequest): void {
    if (!this.isOwn(request)) throw new OriginRefused();
  }

  /** Throws OriginRefused where `isForeign` is true. */
  requireNotForeign(request: HttpRequest): void {
    if (this.isForeign(request)) throw new OriginRefused();
  }

  /**
   * True where a browser says that another site's page made the call. Browsers name the origin of every unsafe request
   * (Fetch §3.1), so whoever names none is no browser and has nobody's cookies but its own.
   */
  isForeign({ headers }: Pick<HttpRequest, 'headers'>): boolean {
    const { origin, 'sec-fetch-site': site } = headers;
    if (site === 'same-origin') return false;
    return origin === undefined ? site === 'cross-site' || site === 'same-site' : !this.isOurs(headers);
  }

  /** True for JSON from a page of ours or on the list; false for other sites, and where nothing says whence. */
  isOwn({ headers }: HttpRequest): boolean {
    const isJson = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
    return isJson && (headers['sec-fetch-site'] === 'same-origin' || this.isOurs(headers));
  }

  /**
   * Over plain http, where browsers send no Sec-Fetch-Site, a page of the very host that is called is ours too, whatever its
   * name: cookies belong to a host, so whoever has another name lead here has none of ours.
   */
  private isOurs({ origin = '', host }: HttpRequest['headers']): boolean {
    return this.origins.has(origin) || (this.isPlain && origin === `http://${host}`);
  }
}
