import { type FieldError } from '@latchkey/contract';
import { ApiFailure } from './api-failure';

export class InvalidInput extends ApiFailure {
  constructor(errors: FieldError[]) {
    super({ status: 422, code: 'invalid_input', message: 'Please check what you entered.', errors });
  }
}

export class MalformedJson extends ApiFailure {
  constructor(message = 'The body is not valid JSON.') {
    super({ status: 400, code: 'malformed_json', message });
  }
}

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
