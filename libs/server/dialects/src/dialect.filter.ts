import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { PraetorianFilter } from './praetorian/praetorian.filter';
import { SessionCookieFilter } from './session-cookie/session-cookie.filter';
import { UidCookieFilter } from './uid-cookie/uid-cookie.filter';
import { WhichDialect } from './which-dialect';

/** Where two families share an address, or no controller was reached yet: lets the request's family word the failure. */
@Catch()
@Injectable()
export class DialectFilter implements ExceptionFilter {
  constructor(
    private readonly which: WhichDialect,
    private readonly praetorian: PraetorianFilter,
    private readonly sessionCookie: SessionCookieFilter,
    private readonly uidCookie: UidCookieFilter,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest(), host.switchToHttp().getResponse());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const dialect = this.which.of(request);
    if (dialect === 'praetorian') this.praetorian.answer(error, request, reply);
    else if (dialect === 'uid-cookie') this.uidCookie.answer(error, request, reply);
    else this.sessionCookie.answer(error, request, reply);
  }
}
