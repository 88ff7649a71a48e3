import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiFailure, type Fact } from './api-failure';
import { failureBody } from './failure-body';
import { FailureLog } from './failure-log';
import { HttpOptions } from './http-options';
import { noteFailure } from './failures-channel';
import { type HttpRequest, requestIdOf } from './platform';

/** Words Latchkey's own failures as the contract has them, on any platform; every other error is left to the application. */
@Injectable()
@Catch(ApiFailure)
export class LatchkeyFilter implements ExceptionFilter<ApiFailure> {
  private readonly log = new FailureLog();

  constructor(
    private readonly options: HttpOptions,
    private readonly platform: HttpAdapterHost,
  ) {}

  catch({ fact, cause }: ApiFailure, host: ArgumentsHost): void {
    noteFailure(fact);
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const failed = { id: requestIdOf(request), method: request.method };
    if (fact.status >= 500) this.log.broken(fact, failed, cause);
    if (fact.hint && !this.options.explains) this.log.unexplained(fact, failed);
    this.answer(fact, failed.id, host.switchToHttp().getResponse());
  }

  private answer({ hint, ...fact }: Fact, id: string, reply: unknown): void {
    const { httpAdapter } = this.platform;
    if (httpAdapter.isHeadersSent(reply)) return;
    const challenge = fact.status === 401 && { 'WWW-Authenticate': 'Bearer realm="latchkey"' };
    const headers = { 'X-Request-Id': id, 'Cache-Control': 'no-store', ...challenge, ...fact.headers };
    for (const [name, value] of Object.entries(headers)) httpAdapter.setHeader(reply, name, value);
    const told = this.options.explains && hint ? { ...fact, hint } : fact;
    httpAdapter.reply(reply, failureBody(told, id), fact.status);
  }
}
