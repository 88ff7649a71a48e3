import { type SignedIn } from '@latchkey/api/sessions';
import { type Entry } from '@latchkey/api/credentials';
import { userBody } from '@latchkey/api/users';
import { type MessageAnswer, type SignedInAnswer, type StatusAnswer } from '@latchkey/contract';

export function signedInBody(message: string, { user }: Entry, token: string, seconds: number): SignedInAnswer {
  return { status: 'success', message, auth_token: token, expires_in: seconds, data: userBody(user) };
}

export function statusBody({ user, tokenExpiresAt }: SignedIn): StatusAnswer {
  const { user_id, email, admin, roles, registered_on } = userBody(user);
  const expires_in = Math.max(0, tokenExpiresAt - Math.floor(Date.now() / 1000));
  return { status: 'success', data: { user_id, email, admin, roles, registered_on, expires_in } };
}

export const messageBody = (message: string): MessageAnswer => ({ status: 'success', message });
