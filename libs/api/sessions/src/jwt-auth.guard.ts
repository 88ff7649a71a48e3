import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { type FastifyRequest } from 'fastify';
import { bearerToken } from './bearer-token';
import { Public } from './public';
import { TokenExpired, TokenInvalid } from './token-failures';

/** Closes every route that does not say `@Public()`. */
@Injectable()
export class JwtAuthGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride(Public, [context.getHandler(), context.getClass()])) return true;
    bearerToken(context.switchToHttp().getRequest<FastifyRequest>().raw);
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<T>(error: unknown, signedIn: T | false, info: Error | undefined): T {
    if (error) throw error;
    if (signedIn) return signedIn;
    throw info?.name === 'TokenExpiredError' ? new TokenExpired() : new TokenInvalid(info);
  }
}
