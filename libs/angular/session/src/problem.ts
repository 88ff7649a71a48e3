import { HttpErrorResponse } from '@angular/common/http';
import { type Resource } from '@angular/core';
import { type Failure, type FailureCode } from '@latchkey/contract';

/** Why a call failed, in words for people. */
export interface Problem {
  /** `offline` where no answer came. */
  code: FailureCode | 'offline';
  message: string;
  /** What is wrong with a field, by its name. */
  fields: Record<string, string>;
}

const OFFLINE = 'The server can’t be reached. Check your connection and try again.';
const SERVER = 'Something went wrong on our side. Please try again.';
const PASSING = new Set<Problem['code']>(['offline', 'unexpected', 'unavailable', 'too_many_requests']);

/** What `error` means that a call threw; `unexpected` where it is no answer of the API. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof HttpErrorResponse)) return { code: 'unexpected', message: SERVER, fields: {} };
  if (error.status === 0) return { code: 'offline', message: OFFLINE, fields: {} };
  const failure = failureOf(error.error);
  if (!failure) return { code: 'unexpected', message: SERVER, fields: {} };
  const fields = Object.fromEntries((failure.errors ?? []).map(({ path, message }) => [path, message]));
  return { code: failure.code, message: wordsFor(failure, error.headers.get('Retry-After')), fields };
}

/** Why a resource could not be loaded, in words for people; null where it was, or still may be. */
export const loadErrorOf = ({ error }: Pick<Resource<unknown>, 'error'>): string | null => {
  const cause = error();
  return cause ? problemOf(cause).message : null;
};

/** True where the same call may succeed later and nothing says that the session is over. */
export const isPassing = ({ code }: Problem): boolean => PASSING.has(code);

function failureOf(body: unknown): Failure | undefined {
  const { code, message } = (body ?? {}) as Partial<Failure>;
  return typeof code === 'string' && typeof message === 'string' ? (body as Failure) : undefined;
}

function wordsFor({ code, message }: Failure, retryAfter: string | null): string {
  if (code === 'unexpected') return SERVER;
  if (code !== 'unavailable') return message;
  const seconds = Number(retryAfter);
  return seconds > 0 ? `The service is busy. Please try again in ${seconds} seconds.` : message;
}
