import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { OwnOrigin } from '@latchkey/nest/http';
import { type FastifyRequest } from 'fastify';

/** Refuses, on a route that a cookie opens, what a page of another site had a browser send (ASVS 3.5.1). */
@Injectable()
export class HomePages implements CanActivate {
  constructor(private readonly origin: OwnOrigin) {}

  canActivate(context: ExecutionContext): boolean {
    this.origin.requireNotForeign(context.switchToHttp().getRequest<FastifyRequest>());
    return true;
  }
}
