import { type Fact } from './api-failure';

const words: Record<number, Fact> = {
  400: { status: 400, code: 'malformed_request', message: 'The request could not be understood.' },
  404: { status: 404, code: 'not_found', message: 'There is nothing at this address.' },
  405: { status: 405, code: 'method_not_allowed', message: 'This address does not answer that method.' },
  408: { status: 408, code: 'malformed_request', message: 'The request took too long to arrive.' },
  413: { status: 413, code: 'too_large', message: 'The request is too large.' },
  414: { status: 414, code: 'too_large', message: 'The address is too long.' },
  415: { status: 415, code: 'unsupported_media_type', message: 'Send the body as application/json.' },
  431: { status: 431, code: 'too_large', message: 'The request headers are too large.' },
};

const unexpected: Fact = { status: 500, code: 'unexpected', message: 'Something went wrong on our side.' };

/** What to say of a failure that only has an HTTP status, such as one the framework raised. */
export function failureWords(status: number): Fact {
  return words[status] ?? (status >= 400 && status < 500 ? ({ ...words[400], status } as Fact) : unexpected);
}
