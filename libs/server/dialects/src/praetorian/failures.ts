import { ApiFailure } from '@latchkey/nest/http';
import { type SessionRevoked } from '@latchkey/nest/sessions';

/** The session of a good token is over: 403 here, where every other family says 401. */
export class Blacklisted extends ApiFailure {
  constructor({ fact: { code, message, hint } }: SessionRevoked) {
    super({ status: 403, code, message, hint });
  }
}
