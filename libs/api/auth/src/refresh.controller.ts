import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Documented } from '@latchkey/api/http';
import { AccessTokens, Public, type Refreshed, Refreshes, RefreshMissing } from '@latchkey/api/sessions';
import { type RefreshAnswer, refreshAnswer, type RefreshBody, refreshBody } from '@latchkey/contract';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { OwnOrigin } from './own-origin';
import { RefreshCookie } from './refresh-cookie';

@ApiTags('auth')
@Controller('auth')
export class RefreshController {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly cookie: RefreshCookie,
    private readonly origin: OwnOrigin,
    private readonly refreshes: Refreshes,
  ) {}

  /** The next refresh token goes the way the presented one came: by cookie, or in the body. */
  @Public()
  @Documented('Exchange a refresh token for a new access token', { 200: refreshAnswer }, [400, 401, 403, 422, 503])
  @HttpCode(200)
  @Post('refresh')
  async refresh(
    @Body({ schema: refreshBody }) body: RefreshBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefreshAnswer> {
    if (body?.refresh_token !== undefined) {
      const { refreshToken, ...rest } = await this.refreshes.refresh(body.refresh_token);
      return { ...this.answer(rest), refresh_token: refreshToken };
    }
    return this.answer(await this.byCookie(request, reply));
  }

  private async byCookie(request: FastifyRequest, reply: FastifyReply): Promise<Refreshed> {
    const token = this.cookie.read(request);
    if (token === undefined) throw new RefreshMissing();
    this.origin.require(request);
    try {
      const refreshed = await this.refreshes.refresh(token);
      this.cookie.set(reply, refreshed.refreshToken, refreshed.remember);
      return refreshed;
    } catch (error) {
      if ((error as { status?: number }).status === 401) this.cookie.clear(reply);
      throw error;
    }
  }

  private answer({ accessToken }: Pick<Refreshed, 'accessToken'>): RefreshAnswer {
    return { status: 'success', auth_token: accessToken, expires_in: this.accessTokens.seconds };
  }
}
