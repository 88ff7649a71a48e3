import { HttpException } from '@nestjs/common';
import { type FailureCode, type FieldError, type Hint, type Permission, type Role } from '@latchkey/contract';

export interface Fact {
  /** HTTP status. */
  status: number;
  code: FailureCode;
  /** A sentence for people. */
  message: string;
  errors?: FieldError[];
  /** With `permission_missing`. */
  required?: (Permission | Role)[];
  /** Why a token was refused: in the answer outside production, in the log there. */
  hint?: Hint;
  /** Headers the answer carries besides, such as Retry-After. */
  headers?: Record<string, string>;
}

/** A way a call can fail, as the client sees it; `cause` is for the log alone. One small subclass a fact. */
export abstract class ApiFailure extends HttpException {
  constructor(
    readonly fact: Fact,
    cause?: unknown,
  ) {
    // An application whose own filter words every failure still finds the contract's fields in it.
    super(contractFields(fact), fact.status, { cause });
  }
}

function contractFields({ status, message, code, errors, required }: Fact): object {
  const details = { ...(errors && { errors }), ...(required && { required }) };
  return { status: status >= 500 ? 'error' : 'fail', message, code, ...details };
}
