import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { asFailure } from '@latchkey/nest/http';
import { PresentedToken } from '../tokens/presented-token';
import { SessionCache } from '../cache/session-cache';
import { requestOf } from './request-of';
import { Public } from './public';
import { STRATEGY } from './strategy';
import { TokenReader } from '../tokens/token-reader';

/** Closes every route that does not say `@Public()`. A token that was checked before is not checked again while its session holds. */
@Injectable()
export class JwtAuthGuard extends AuthGuard(STRATEGY) {
  constructor(
    private readonly reflector: Reflector,
    private readonly cache: SessionCache,
    private readonly presented: PresentedToken,
    private readonly reader: TokenReader,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride(Public, [context.getHandler(), context.getClass()])) return true;
    return this.authenticate(context);
  }

  /** Puts who is signed in on the request; throws one of the token failures, ContextNotGuarded where there is no request. */
  async authenticate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const known = this.cache.find(this.presented.of(request));
    if (known) {
      request.user = { session: known.session, user: known.user, tokenExpiresAt: known.exp };
      return true;
    }
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<T>(
    error: unknown,
    signedIn: T | false,
    info: Error | undefined,
    context: ExecutionContext,
  ): T {
    if (error) throw asFailure(error);
    if (signedIn) return signedIn;
    const request = requestOf(context);
    throw this.reader.refusal(this.presented.of(request), info);
  }
}
