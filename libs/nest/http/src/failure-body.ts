import { type Failure } from '@latchkey/contract';
import { type Fact } from './api-failure';

/** A failure as the contract has it. */
export function failureBody({ status, message, code, errors, required, hint }: Fact, request_id: string): Failure {
  const details = { ...(errors && { errors }), ...(required && { required }), ...(hint && { hint }) };
  return { status: status >= 500 ? 'error' : 'fail', message, code, ...details, request_id };
}
