import { ApiFailure } from '@latchkey/nest/http';

/** The one answer to an unknown e-mail and to a wrong password. */
export class WrongCredentials extends ApiFailure {
  constructor() {
    super({ status: 401, code: 'wrong_credentials', message: 'Invalid email or password.' });
  }
}

/** Said only to whom knew the password. */
export class AccountDisabled extends ApiFailure {
  constructor() {
    super({ status: 403, code: 'account_disabled', message: 'This account is disabled.' });
  }
}
