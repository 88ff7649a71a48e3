import { ApiFailure } from '@latchkey/nest/http';

/** The uid is somebody’s, or cannot be one: the original tells no more. */
export class UidRefused extends ApiFailure {
  constructor(name: string, uid: string) {
    const message = `Processed ${name}, either a format error or User ID ${uid} is duplicate`;
    super({ status: 400, code: 'username_taken', message });
  }
}

export class UidUnknown extends ApiFailure {
  constructor(uid: string) {
    super({ status: 404, code: 'not_found', message: `User ${uid} not found` });
  }
}

export class AdminRequired extends ApiFailure {
  constructor() {
    const message = 'Insufficient permissions. Required roles: Admin';
    super({ status: 403, code: 'permission_missing', message, required: ['users:delete'] });
  }
}
