import { Catch, Injectable } from '@nestjs/common';
import { type Fact, HttpOptions } from '@latchkey/nest/http';
import { FailureFilter, RouteTable, type Worded } from '@latchkey/server/http';
import { type FastifyRequest } from 'fastify';

/** `{ "result": … }`, and 200 where the client expects it: it takes any other status for a fault of the server. */
@Catch()
@Injectable()
export class SessionCookieFilter extends FailureFilter {
  constructor(options: HttpOptions) {
    super(new RouteTable(), options);
  }

  protected override worded({ code, status, message, errors }: Fact, { routeOptions }: FastifyRequest): Worded {
    if (code === 'email_taken') return { status: 200, body: { result: 'this user is already registered' } };
    if (code === 'wrong_credentials' || code === 'account_disabled') return { status: 200, body: { result: false } };
    const shown = status === 415 || status === 422 ? 400 : status;
    if (routeOptions.url === '/api/status') return { status: shown, body: { status: false } };
    if (routeOptions.url === '/api/login') return { status: shown, body: { result: false } };
    return { status: shown, body: { result: errors?.[0]?.message ?? message } };
  }
}
