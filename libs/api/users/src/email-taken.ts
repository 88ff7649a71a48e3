import { ApiFailure } from '@latchkey/api/http';

export class EmailTaken extends ApiFailure {
  constructor() {
    super({ status: 409, code: 'email_taken', message: 'User already exists. Please Log in.' });
  }
}
