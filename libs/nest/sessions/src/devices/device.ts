import { type HttpRequest } from '@latchkey/nest/http';
import { withoutUnseen } from '@latchkey/contract';

/** What a session remembers of where it was opened. */
export interface Device {
  userAgent: string | null;
  address: string;
}

const LONGEST = 400;

export function deviceOf(request: HttpRequest): Device {
  const userAgent = withoutUnseen(request.headers['user-agent'] ?? '').slice(0, LONGEST);
  return { userAgent: userAgent || null, address: request.ip };
}
