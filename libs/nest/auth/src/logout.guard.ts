import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ApiFailure, type HttpRequest, OwnOrigin, rawRequest } from '@latchkey/nest/http';
import { bearerToken, JwtAuthGuard, Refreshes, TokenOptions, TokenReader } from '@latchkey/nest/sessions';
import { RefreshCookie } from './refresh-cookie';
import { SignedInAnswers } from './signed-in-answers';

/** Lets log out who has an access token; where it has expired, or there is none, the refresh cookie will do. */
@Injectable()
export class LogoutGuard implements CanActivate {
  constructor(
    private readonly answers: SignedInAnswers,
    private readonly bearer: JwtAuthGuard,
    private readonly cookie: RefreshCookie,
    private readonly origin: OwnOrigin,
    private readonly refreshes: Refreshes,
    private readonly tokens: TokenReader,
    private readonly options: TokenOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<HttpRequest & { user?: { session: { id: string } } }>();
    const token = this.cookie.read(request);
    if (token === undefined) return this.bearer.authenticate(context);
    if (request.headers.authorization !== undefined) {
      const isGood = await this.bearer.authenticate(context).catch((error: unknown) => error);
      if (isGood === true) return true;
      if (!this.origin.isOwn(request)) throw isGood;
    }
    this.origin.require(request);
    this.answers.clear(context.switchToHttp().getResponse());
    request.user = { session: { id: (await this.expired(request)) ?? this.refreshes.sessionOf(token) } };
    return true;
  }

  /**
   * The session of an expired access token. It is the one that is left: the browser has one refresh cookie, and it may be of
   * somebody else who logged in in another tab.
   */
  private async expired(request: HttpRequest): Promise<string | undefined> {
    try {
      const { audience } = this.options;
      return (await this.tokens.signedIn(bearerToken(rawRequest(request)), audience, { ignoreExpiration: true }))
        .session.id;
    } catch (error) {
      if (error instanceof ApiFailure) return undefined;
      throw error;
    }
  }
}
