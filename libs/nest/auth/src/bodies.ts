import { type SignedIn } from '@latchkey/nest/sessions';
import { userBody } from '@latchkey/nest/users';
import { type MessageAnswer, type StatusAnswer } from '@latchkey/contract';

export function statusBody({ user, tokenExpiresAt }: SignedIn, claims?: Record<string, unknown>): StatusAnswer {
  const { user_id, email, display_name, admin, roles, registered_on } = userBody(user);
  const expires_in = Math.max(0, tokenExpiresAt - Math.floor(Date.now() / 1000));
  return {
    status: 'success',
    data: { user_id, email, display_name, admin, roles, registered_on, expires_in, ...(claims && { claims }) },
  };
}

export const messageBody = (message: string): MessageAnswer => ({ status: 'success', message });
