import { ApiFailure } from '@latchkey/nest/http';

/** Not a live session of the caller's; whether it is somebody else's is not said. */
export class SessionNotFound extends ApiFailure {
  constructor() {
    super({ status: 404, code: 'not_found', message: 'You have no such session. It may have ended already.' });
  }
}
