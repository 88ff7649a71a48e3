import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { bearerToken, SessionRevoked, type SignedIn } from '@latchkey/nest/sessions';
import { type FastifyRequest } from 'fastify';
import { DialectTokens } from '../dialect-tokens';
import { Blacklisted } from './failures';

/** Lets in who has this family's token, as `Authorization: Bearer <token>`. */
@Injectable()
export class PraetorianGuard implements CanActivate {
  constructor(private readonly tokens: DialectTokens) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { user?: SignedIn }>();
    request.user = await this.signedIn(bearerToken(request.raw));
    return true;
  }

  private async signedIn(token: string): Promise<SignedIn> {
    try {
      return await this.tokens.signedIn('praetorian', token);
    } catch (error) {
      throw error instanceof SessionRevoked ? new Blacklisted(error) : error;
    }
  }
}
