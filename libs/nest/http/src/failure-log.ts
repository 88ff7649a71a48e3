import { Logger } from '@nestjs/common';
import { type Fact } from './api-failure';
import { SampledLog } from './sampled-log';

/** Which request failed. */
export interface FailedRequest {
  id: string;
  method: string;
  /** As the route was declared, so that few kinds of lines are told apart. */
  route?: string;
}

/** What the log says of failures: a sample of each kind, with what the answer keeps to itself. */
export class FailureLog {
  private readonly lines = new SampledLog(new Logger('Failure'));

  /** What went wrong on our side; the cause is told here alone. */
  broken({ code }: Fact, { id, method, route }: FailedRequest, cause: unknown): void {
    const line = { code, request_id: id, method, route };
    if (code === 'unavailable') this.lines.write('warn', code, { ...line, cause: String(cause) });
    else this.lines.write('error', `${code} ${method} ${route}`, { ...line, cause: stackOf(cause) });
  }

  /** Why a token was refused, where the answer may not say it. */
  unexplained({ code, hint }: Fact, { id }: FailedRequest): void {
    this.lines.write('log', code, { code, request_id: id, ...hint });
  }
}

const stackOf = (cause: unknown): unknown => (cause instanceof Error ? cause.stack : cause);
