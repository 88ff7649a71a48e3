import { Controller, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import {
  CheckedBody,
  Documented,
  DocumentedUnder,
  type HttpReply,
  type HttpRequest,
  OwnOrigin,
  OwnRoutesFilter,
} from '@latchkey/nest/http';
import { AccessCookie, Public, Refreshes, RefreshMissing, RefreshOutdated } from '@latchkey/nest/sessions';
import { type RefreshAnswer, refreshAnswer, type RefreshBody, refreshBody } from '@latchkey/contract';
import { RefreshCookie } from './refresh-cookie';
import { SignedInAnswers } from './signed-in-answers';

@DocumentedUnder('auth')
@UseFilters(OwnRoutesFilter)
@Controller('auth')
export class RefreshController {
  constructor(
    private readonly accessCookie: AccessCookie,
    private readonly answers: SignedInAnswers,
    private readonly cookie: RefreshCookie,
    private readonly origin: OwnOrigin,
    private readonly refreshes: Refreshes,
  ) {}

  /** The next refresh token goes the way the presented one came: by cookie, or in the body where tokens may go there. */
  @Public('a refresh token')
  @Documented('Exchange a refresh token for a new access token', { 200: refreshAnswer }, [400, 401, 403, 422, 503])
  @HttpCode(200)
  @Post('refresh')
  async refresh(
    @CheckedBody(refreshBody) body: RefreshBody,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<RefreshAnswer> {
    if (body?.refresh_token === undefined || this.accessCookie.isOn) return this.byCookie(request, reply);
    return this.answers.refreshedInBody(await this.refreshes.refresh(body.refresh_token));
  }

  private async byCookie(request: HttpRequest, reply: HttpReply): Promise<RefreshAnswer> {
    const token = this.cookie.read(request);
    if (token === undefined) throw this.missing(request, reply);
    this.origin.require(request);
    try {
      return this.answers.refreshed(await this.refreshes.refresh(token), token, reply);
    } catch (error) {
      // An outdated token's cookie has a successor, which this answer may come after.
      if ((error as { status?: number }).status === 401 && !(error instanceof RefreshOutdated))
        this.answers.clear(reply);
      throw error;
    }
  }

  /** An access token's cookie that is left alone goes too; but a form of another site, which brings neither, signs nobody out. */
  private missing(request: HttpRequest, reply: HttpReply): RefreshMissing {
    if (!this.origin.isForeign(request)) this.answers.clear(reply);
    return new RefreshMissing();
  }
}
