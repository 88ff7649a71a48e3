import { type FieldError } from '@latchkey/contract';
import { ApiFailure } from './api-failure';
import { failureWords } from './failure-words';

/** Fields that were refused: a list, or a message by field. */
export class InvalidInput extends ApiFailure {
  constructor(refused: FieldError[] | Record<string, string>) {
    const errors = Array.isArray(refused)
      ? refused
      : Object.entries(refused).map(([path, message]) => ({ path, message }));
    super({ status: 422, code: 'invalid_input', message: 'Please check what you entered.', errors });
  }
}

export class MalformedJson extends ApiFailure {
  constructor(message = 'The body is not valid JSON.') {
    super({ status: 400, code: 'malformed_json', message });
  }
}

/** An address that is there, but not for this caller: as if it were not. */
export class NotFound extends ApiFailure {
  constructor() {
    super(failureWords(404));
  }
}

/** Too often in too short a time; the same may succeed later. */
export class TooManyRequests extends ApiFailure {
  constructor(retryAfterSeconds: number) {
    super({
      status: 429,
      code: 'too_many_requests',
      message: `That was too often. Please try again in ${inWords(retryAfterSeconds)}.`,
      headers: { 'Retry-After': String(retryAfterSeconds) },
    });
  }
}

const inWords = (seconds: number): string =>
  seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;

/** The server cannot answer for the moment: the database is away, or more passwords wait than it may take on. */
export class Unavailable extends ApiFailure {
  constructor(retryAfterSeconds: number, cause?: unknown) {
    super(
      {
        status: 503,
        code: 'unavailable',
        message: 'The service is busy. Please try again in a moment.',
        headers: { 'Retry-After': String(retryAfterSeconds) },
      },
      cause,
    );
  }
}
