import { ApiFailure } from '@latchkey/nest/http';
import { type Permission, type Role } from '@latchkey/contract';

/** Signed in, and not allowed; `required` is what was missing. */
export class PermissionMissing extends ApiFailure {
  constructor(required: (Permission | Role)[]) {
    const message = `You need another permission for this: ${required.join(', ')}.`;
    super({ status: 403, code: 'permission_missing', message, required });
  }
}
