import { Injectable, Logger } from '@nestjs/common';
import { ApiFailure, HttpOptions, type HttpRequest, OwnOrigin, SampledLog } from '@latchkey/nest/http';
import { CookieOptions } from '@latchkey/nest/sessions';

/** A page over plain http, where a browser drops the cookies of a server that is reached by https. */
export class PlainHttpRefused extends ApiFailure {
  constructor(publicUrl: string) {
    const message =
      `Please sign in at ${publicUrl}. Over plain http a browser keeps nobody signed in here; ` +
      'whoever runs this server sets its address with PUBLIC_URL.';
    super({ status: 403, code: 'origin_refused', message });
  }
}

/** Lets nobody in whose session could not go on, and says why at once. */
@Injectable()
export class PlainHttp {
  private readonly log = new SampledLog(new Logger('Origin'));

  constructor(
    private readonly cookies: CookieOptions,
    private readonly options: HttpOptions,
    private readonly origin: OwnOrigin,
  ) {}

  /** Throws PlainHttpRefused. Browsers keep such cookies on localhost, and say there that a call is the page's own. */
  refuse({ headers }: HttpRequest): void {
    const { origin } = headers;
    if (!this.cookies.secure || !origin?.startsWith('http://') || !this.origin.isForeign({ headers })) return;
    const { publicUrl } = this.options;
    this.log.write('warn', 'plain http', { refused: 'sign-in over plain http', origin, PUBLIC_URL: publicUrl });
    throw new PlainHttpRefused(publicUrl);
  }
}
