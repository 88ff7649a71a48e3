import { ApiFailure, type Fact } from '@latchkey/api/http';

type Code = Extract<Fact['code'], `token_${string}` | 'session_revoked'>;

/** A 401 about the token, with the challenge of RFC 6750 §3; without a token the challenge names no error. */
abstract class TokenFailure extends ApiFailure {
  constructor(code: Code, message: string, error?: 'invalid_request' | 'invalid_token', cause?: unknown) {
    const challenge = error ? `, error="${error}", error_description="${message}"` : '';
    super(
      { status: 401, code, message, headers: { 'WWW-Authenticate': `Bearer realm="latchkey"${challenge}` } },
      cause,
    );
  }
}

export class TokenMissing extends TokenFailure {
  constructor() {
    super('token_missing', 'Provide a valid auth token.');
  }
}

export class TokenMalformed extends TokenFailure {
  constructor() {
    super('token_malformed', 'Bearer token malformed.', 'invalid_request');
  }
}

export class TokenInvalid extends TokenFailure {
  constructor(cause?: unknown) {
    super('token_invalid', 'Invalid token. Please log in again.', 'invalid_token', cause);
  }
}

export class TokenExpired extends TokenFailure {
  constructor() {
    super('token_expired', 'Signature expired. Please log in again.', 'invalid_token');
  }
}

export class SessionRevoked extends TokenFailure {
  constructor() {
    super('session_revoked', 'Token blacklisted. Please log in again.', 'invalid_token');
  }
}
