import { ApiFailure } from '@latchkey/nest/http';

/** Nobody disables, demotes or deletes their own account as an administrator: it takes another one. */
export class OwnAccount extends ApiFailure {
  constructor() {
    const message = 'This is your own account. Ask another administrator to disable, demote or delete it.';
    super({ status: 409, code: 'own_account', message });
  }
}
