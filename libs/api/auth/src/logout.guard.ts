import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { OwnOrigin } from '@latchkey/api/http';
import { JwtAuthGuard, Refreshes } from '@latchkey/api/sessions';
import { type FastifyRequest } from 'fastify';
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
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { user?: { session: { id: string } } }>();
    const token = this.cookie.read(request);
    if (token === undefined) return this.bearer.authenticate(context);
    if (request.headers.authorization !== undefined) {
      const isGood = await this.bearer.authenticate(context).catch((error: unknown) => error);
      if (isGood === true) return true;
      if (!this.origin.isOwn(request)) throw isGood;
    }
    this.origin.require(request);
    this.answers.clear(context.switchToHttp().getResponse());
    request.user = { session: { id: this.refreshes.sessionOf(token) } };
    return true;
  }
}
