import { type FailureCode } from '@latchkey/contract';
import { channel } from 'node:diagnostics_channel';

/** A failure that a client was answered. */
export interface AnsweredFailure {
  code: FailureCode;
  status: number;
}

const answered = channel('latchkey:failure');

/** Tells whoever counts. */
export const noteFailure = ({ code, status }: AnsweredFailure): void => answered.publish({ code, status });

/** Calls `count` for each failure of this process, until the function it answers is called. */
export function watchFailures(count: (failure: AnsweredFailure) => void): () => void {
  const listener = (failure: unknown): void => count(failure as AnsweredFailure);
  answered.subscribe(listener);
  return () => void answered.unsubscribe(listener);
}
