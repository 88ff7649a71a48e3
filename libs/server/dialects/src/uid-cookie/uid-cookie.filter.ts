import { Catch, Injectable } from '@nestjs/common';
import { type Fact, HttpOptions } from '@latchkey/nest/http';
import { FailureFilter, RouteTable, type Worded } from '@latchkey/server/http';
import { type FailureCode } from '@latchkey/contract';
import { type FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';

/** What the client is used to read about its cookie. */
const WORDS: Partial<Record<FailureCode, string>> = {
  token_missing: 'Authentication Token is missing!',
  token_invalid: 'Invalid token!',
  token_expired: 'Token has expired!',
  session_revoked: 'Invalid Authentication token!',
};
const NOTHING_SENT = { message: 'Please provide user details', data: null, error: 'Bad request' };
const NO_JSON = new Set<FailureCode>(['malformed_json', 'malformed_request', 'unsupported_media_type']);
/** The original says these in a sentence alone. */
const SENTENCE_ALONE = new Set<FailureCode>(['username_taken', 'not_found']);

/** `{ "message" }` about what was sent, `{ "message", "data", "error" }` about who may. */
@Catch()
@Injectable()
export class UidCookieFilter extends FailureFilter {
  constructor(options: HttpOptions) {
    super(new RouteTable(), options);
  }

  protected override worded(fact: Fact, request: FastifyRequest): Worded {
    const { code, status, message, errors = [] } = fact;
    if (NO_JSON.has(code)) return { status: 400, body: NOTHING_SENT };
    if (code === 'wrong_credentials') return { status, body: { message: 'Invalid user id or password' } };
    if (code === 'invalid_input') return refusalOf(errors[0]?.message ?? message, request);
    if (SENTENCE_ALONE.has(code)) return { status, body: { message } };
    return { status, body: { message: WORDS[code] ?? message, data: null, error: STATUS_CODES[status] } };
  }
}

function refusalOf(message: string, { body, routeOptions }: FastifyRequest): Worded {
  const isEmpty = typeof body !== 'object' || body === null || Object.keys(body).length === 0 || Array.isArray(body);
  if (isEmpty) return { status: 400, body: NOTHING_SENT };
  return { status: routeOptions.url === '/api/authenticate' ? 401 : 400, body: { message } };
}
