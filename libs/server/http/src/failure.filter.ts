import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  ApiFailure,
  type Fact,
  failureBody,
  FailureLog,
  failureWords,
  type HttpOptions,
  isDatabaseAway,
  noteFailure,
  Unavailable,
} from '@latchkey/nest/http';
import { type RouteTable } from './route-table';

/** A failure as a client sees it. */
export interface Worded {
  status: number;
  body: object;
}

/** Words every failure as the contract has it; what nobody foresaw is `unexpected`, with its cause in the log alone. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  private readonly lines = new FailureLog();

  constructor(
    private readonly routes: RouteTable,
    private readonly options: Pick<HttpOptions, 'explains'>,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest(), host.switchToHttp().getResponse());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { hint, ...fact } = this.factOf(error, request);
    noteFailure(fact);
    const failed = { id: request.id, method: request.method, route: request.routeOptions?.url };
    if (fact.status >= 500) this.lines.broken(fact, failed, error instanceof ApiFailure ? error.cause : error);
    if (hint && !this.options.explains) this.lines.unexplained({ ...fact, hint }, failed);
    if (reply.sent) return;
    const shown = !this.options.explains || !hint ? fact : { ...fact, hint };
    const { status, body } = this.worded(shown, request);
    if (status === 401) reply.header('WWW-Authenticate', 'Bearer realm="latchkey"');
    reply
      .code(status)
      .headers({ ...fact.headers, 'X-Request-Id': request.id })
      .type('application/json; charset=utf-8')
      .send(body);
  }

  /** The words of the contract; older clients have theirs. */
  protected worded(fact: Fact, request: FastifyRequest): Worded {
    return { status: fact.status, body: failureBody(fact, request.id) };
  }

  private factOf(error: unknown, request: FastifyRequest): Fact {
    if (error instanceof ApiFailure) return error.fact;
    if (isDatabaseAway(error)) return new Unavailable(2).fact;
    const status = statusOf(error);
    const allowed = status === 404 ? this.routes.methodsAt(request.url) : [];
    if (allowed.length === 0) return failureWords(status);
    return { ...failureWords(405), headers: { Allow: allowed.join(', ') } };
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}
