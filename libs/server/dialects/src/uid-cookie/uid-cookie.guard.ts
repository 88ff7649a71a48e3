import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type SignedIn } from '@latchkey/nest/sessions';
import { type FastifyRequest } from 'fastify';
import { UidCookie } from './uid-cookie';

/** Lets in who has this family's cookie; no header will do. */
@Injectable()
export class UidCookieGuard implements CanActivate {
  constructor(private readonly cookie: UidCookie) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { user?: SignedIn }>();
    request.user = await this.cookie.signedIn(request);
    return true;
  }
}
