import { Injectable } from '@nestjs/common';
import { type Entry } from '@latchkey/api/credentials';
import { AccessTokens, RefreshTokens } from '@latchkey/api/sessions';
import { userBody } from '@latchkey/api/users';
import { type SignedInAnswer } from '@latchkey/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { RefreshCookie } from './refresh-cookie';

/** True where the client has no use for cookies and asked for the refresh token in the body. */
export const wantsBody = ({ headers }: FastifyRequest): boolean => headers['x-refresh'] === 'body';

/** The answer to whoever has come in: both tokens, the refresh token in its cookie or, where asked for, in the body. */
@Injectable()
export class SignedInAnswers {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly cookie: RefreshCookie,
  ) {}

  answer(message: string, { user, session }: Entry, request: FastifyRequest, reply: FastifyReply): SignedInAnswer {
    const { id: sid, generation, secret, remember } = session;
    const refresh_token = this.refreshTokens.issue({ sid, generation }, secret);
    const inBody = wantsBody(request);
    if (!inBody) this.cookie.set(reply, refresh_token, remember);
    return {
      status: 'success',
      message,
      auth_token: this.accessTokens.issue(session),
      expires_in: this.accessTokens.seconds,
      data: userBody(user),
      ...(inBody && { refresh_token }),
    };
  }
}
