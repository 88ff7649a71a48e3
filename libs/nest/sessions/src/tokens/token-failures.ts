import { ApiFailure, type Fact } from '@latchkey/nest/http';
import { type Hint } from '@latchkey/contract';

type Code = Extract<Fact['code'], `token_${string}` | 'session_revoked'>;

/** A 401 about the token, with the challenge of RFC 6750 §3; without a token the challenge names no error. */
abstract class TokenFailure extends ApiFailure {
  constructor(code: Code, message: string, hint: Hint, error?: 'invalid_request' | 'invalid_token') {
    const challenge = error ? `, error="${error}", error_description="${message}"` : '';
    const headers = { 'WWW-Authenticate': `Bearer realm="latchkey"${challenge}` };
    super({ status: 401, code, message, headers, hint });
  }
}

export class TokenMissing extends TokenFailure {
  constructor(hint: Hint) {
    super('token_missing', 'Provide a valid auth token.', hint);
  }
}

export class TokenMalformed extends TokenFailure {
  constructor(hint: Hint) {
    super('token_malformed', 'Bearer token malformed.', hint, 'invalid_request');
  }
}

export class TokenInvalid extends TokenFailure {
  constructor(hint: Hint) {
    super('token_invalid', 'Invalid token. Please log in again.', hint, 'invalid_token');
  }
}

export class TokenExpired extends TokenFailure {
  constructor(hint: Hint) {
    super('token_expired', 'Signature expired. Please log in again.', hint, 'invalid_token');
  }
}

export class SessionRevoked extends TokenFailure {
  constructor(hint: Hint) {
    super('session_revoked', 'Token blacklisted. Please log in again.', hint, 'invalid_token');
  }
}
