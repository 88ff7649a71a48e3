import { ApiFailure } from '@latchkey/api/http';

/** No refresh cookie and no `refresh_token` in the body. */
export class RefreshMissing extends ApiFailure {
  constructor() {
    super({ status: 401, code: 'refresh_missing', message: 'Provide a refresh token.' });
  }
}

/** Not a refresh token of ours. */
export class RefreshInvalid extends ApiFailure {
  constructor() {
    super({ status: 401, code: 'refresh_invalid', message: 'Invalid refresh token. Please log in again.' });
  }
}

/** A refresh token came back after its successor was in use: one of two holders stole it, so the session is over for both. */
export class RefreshReused extends ApiFailure {
  constructor() {
    super({
      status: 401,
      code: 'refresh_reused',
      message: 'This session was used elsewhere and is over. Please log in again.',
    });
  }
}
