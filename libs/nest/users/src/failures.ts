import { ApiFailure } from '@latchkey/nest/http';

export class EmailTaken extends ApiFailure {
  constructor() {
    super({ status: 409, code: 'email_taken', message: 'User already exists. Please Log in.' });
  }
}

export class UsernameTaken extends ApiFailure {
  constructor() {
    super({ status: 409, code: 'username_taken', message: 'This user name is already somebody’s. Choose another.' });
  }
}

/** No road removes, disables or demotes the last active administrator. */
export class LastAdmin extends ApiFailure {
  constructor() {
    const message = 'This is the last active administrator. Make somebody else one first.';
    super({ status: 409, code: 'last_admin', message });
  }
}

export class UserNotFound extends ApiFailure {
  constructor() {
    super({ status: 404, code: 'not_found', message: 'There is no such user.' });
  }
}
