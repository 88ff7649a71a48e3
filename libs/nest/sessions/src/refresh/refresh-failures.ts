import { ApiFailure } from '@latchkey/nest/http';

const check = 'refresh token';
const MISSING = {
  check,
  expected: 'the refresh cookie, or { "refresh_token" } as body',
  found: 'neither',
  advice: 'From a browser send credentials: "include"; without cookies log in with the header X-Refresh: body.',
};
const INVALID = {
  check,
  expected: 'a refresh token of this server, as it came last',
  found: 'something else',
  advice: 'Log in again. Replicas need the same JWT_SECRET.',
};
const REUSED = {
  check,
  expected: 'the newest refresh token of the session',
  found: 'an older one, after a newer one was in use',
  advice: 'Two clients hold a copy of this session. Log in again, once a client.',
};

/** No refresh cookie and no `refresh_token` in the body. */
export class RefreshMissing extends ApiFailure {
  constructor() {
    super({ status: 401, code: 'refresh_missing', message: 'Provide a refresh token.', hint: MISSING });
  }
}

/** Not a refresh token of ours. */
export class RefreshInvalid extends ApiFailure {
  constructor() {
    super({
      status: 401,
      code: 'refresh_invalid',
      message: 'Invalid refresh token. Please log in again.',
      hint: INVALID,
    });
  }
}

/** Good once, and renewed by force meanwhile: the session goes on, with the newer one alone. */
export class RefreshOutdated extends ApiFailure {
  constructor() {
    super({
      status: 401,
      code: 'refresh_invalid',
      message: 'Invalid refresh token. Please log in again.',
      hint: { ...INVALID, found: 'one from before the password was changed' },
    });
  }
}

/** A refresh token came back after its successor was in use: one of two holders stole it, so the session is over for both. */
export class RefreshReused extends ApiFailure {
  constructor() {
    super({
      status: 401,
      code: 'refresh_reused',
      message: 'This session was used elsewhere and is over. Please log in again.',
      hint: REUSED,
    });
  }
}
