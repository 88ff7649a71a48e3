import { HttpException } from '@nestjs/common';
import { type FailureCode, type FieldError } from '@latchkey/contract';

export interface Fact {
  /** HTTP status. */
  status: number;
  code: FailureCode;
  /** A sentence for people. */
  message: string;
  errors?: FieldError[];
  /** Headers the answer carries besides, such as Retry-After. */
  headers?: Record<string, string>;
}

/** A way a call can fail, as the client sees it; `cause` is for the log alone. One small subclass a fact. */
export abstract class ApiFailure extends HttpException {
  constructor(
    readonly fact: Fact,
    cause?: unknown,
  ) {
    super(fact.message, fact.status, { cause });
  }
}
