import { Injectable } from '@nestjs/common';
import { type HttpReply, type HttpRequest } from '@latchkey/nest/http';
import { type Entry } from '@latchkey/nest/credentials';
import {
  AccessCookie,
  AccessTokens,
  type Refreshed,
  RefreshTokens,
  type RenewedSession,
} from '@latchkey/nest/sessions';
import { OwnClaims, userBody, userNow } from '@latchkey/nest/users';
import { type MessageAnswer, type RefreshAnswer, type RenewedAnswer, type SignedInAnswer } from '@latchkey/contract';
import { RefreshCookie } from './refresh-cookie';

/** The answers that bring tokens. Where script is to see none, both go into cookies; else the access token into the body. */
@Injectable()
export class SignedInAnswers {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly accessCookie: AccessCookie,
    private readonly refreshCookie: RefreshCookie,
    private readonly claims: OwnClaims,
  ) {}

  /** To whoever has come in. A client without cookies gets the refresh token in the body too, if it asks for that. */
  async entered(
    message: string,
    { user, session }: Entry,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<SignedInAnswer> {
    const tokens = this.tokensOf(session, await this.claims.of(userNow(user)));
    const handed = this.wantsBody(request) ? this.inBody(tokens) : this.byCookie(tokens, reply);
    return { status: 'success', message, ...handed, data: userBody(user) };
  }

  /** To whoever's session was renewed: by cookie, unless the session's refresh token does not come that way. */
  async renewed(
    answer: MessageAnswer,
    session: RenewedSession,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<RenewedAnswer> {
    const tokens = this.tokensOf(session, await this.claims.ofId(session.userId));
    const cookie = this.refreshCookie.read(request);
    const hasCookie = cookie !== undefined && this.refreshTokens.read(cookie)?.sid === session.id;
    const isInBody = !this.accessCookie.isOn && (this.wantsBody(request) || !hasCookie);
    return { ...answer, ...(isInBody ? this.inBody(tokens) : this.byCookie(tokens, reply)) };
  }

  /**
   * To whoever sent a refresh token by cookie: the next one goes the same way. One that got itself back is not set again, since
   * an answer that comes late would put it in the place of its successor.
   */
  refreshed(tokens: Refreshed, presented: string, reply: HttpReply): RefreshAnswer {
    const handed =
      tokens.refreshToken === presented ? this.accessByCookie(tokens, reply) : this.byCookie(tokens, reply);
    return { status: 'success', ...handed };
  }

  /** To whoever sent a refresh token in the body. */
  refreshedInBody(tokens: Refreshed): RefreshAnswer {
    return { status: 'success', ...this.inBody(tokens) };
  }

  clear(reply: HttpReply): void {
    this.accessCookie.clear(reply);
    this.refreshCookie.clear(reply);
  }

  private tokensOf(session: RenewedSession, claims: Record<string, unknown> | undefined): Refreshed {
    const { id: sid, generation, secret, remember } = session;
    const refreshToken = this.refreshTokens.issue({ sid, generation }, secret);
    return { accessToken: this.accessTokens.issue(session, { claims }), refreshToken, remember };
  }

  /** True where the client has no use for cookies, and the settings allow tokens in bodies. */
  wantsBody({ headers }: HttpRequest): boolean {
    return headers['x-refresh'] === 'body' && !this.accessCookie.isOn;
  }

  private byCookie(tokens: Refreshed, reply: HttpReply) {
    this.refreshCookie.set(reply, tokens.refreshToken, tokens.remember);
    return this.accessByCookie(tokens, reply);
  }

  private accessByCookie({ accessToken, remember }: Refreshed, reply: HttpReply) {
    if (this.accessCookie.isOn) this.accessCookie.set(reply, accessToken, remember);
    return { ...(!this.accessCookie.isOn && { auth_token: accessToken }), expires_in: this.accessTokens.seconds };
  }

  private inBody({ accessToken, refreshToken }: Refreshed) {
    return { auth_token: accessToken, expires_in: this.accessTokens.seconds, refresh_token: refreshToken };
  }
}
