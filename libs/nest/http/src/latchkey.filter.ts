import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiFailure } from './api-failure';
import { failureBody } from './failure-body';
import { HttpOptions } from './http-options';
import { noteFailure } from './failures-channel';
import { type HttpRequest, requestIdOf } from './platform';

/** Words Latchkey's own failures as the contract has them, on any platform; every other error is left to the application. */
@Injectable()
@Catch(ApiFailure)
export class LatchkeyFilter implements ExceptionFilter<ApiFailure> {
  private readonly logger = new Logger('Latchkey');

  constructor(
    private readonly options: HttpOptions,
    private readonly platform: HttpAdapterHost,
  ) {}

  catch({ fact, cause }: ApiFailure, host: ArgumentsHost): void {
    noteFailure(fact);
    const { httpAdapter } = this.platform;
    const reply: unknown = host.switchToHttp().getResponse();
    const id = requestIdOf(host.switchToHttp().getRequest<HttpRequest>());
    const { hint, ...rest } = fact;
    if (fact.status >= 500) this.logger.warn({ code: fact.code, request_id: id, cause: String(cause) });
    if (hint && !this.options.explains) this.logger.debug({ code: fact.code, request_id: id, ...hint });
    if (fact.status === 401) httpAdapter.setHeader(reply, 'WWW-Authenticate', 'Bearer realm="latchkey"');
    for (const [name, value] of Object.entries(fact.headers ?? {})) httpAdapter.setHeader(reply, name, value);
    httpAdapter.setHeader(reply, 'Cache-Control', 'no-store');
    httpAdapter.reply(reply, failureBody(this.options.explains ? fact : rest, id), fact.status);
  }
}
