import { type SignedIn } from '@latchkey/nest/sessions';
import { fieldsAtSignUp, ownFieldsOf, userBody } from '@latchkey/nest/users';
import { type MessageAnswer, registerBody, type StatusAnswer } from '@latchkey/contract';
import * as z from 'zod/mini';

export function statusBody({ user, tokenExpiresAt }: SignedIn, claims?: Record<string, unknown>): StatusAnswer {
  const { user_id, email, display_name, admin, roles, registered_on } = userBody(user);
  const expires_in = Math.max(0, tokenExpiresAt - Math.floor(Date.now() / 1000));
  const more = { ...(claims && { claims }), ...ownFieldsOf(user) };
  return {
    status: 'success',
    data: { user_id, email, display_name, admin, roles, registered_on, expires_in, ...more },
  };
}

export const messageBody = (message: string): MessageAnswer => ({ status: 'success', message });

/** What somebody signs up with, the application's own fields among it. */
export const signUpBody = z.lazy(() => z.extend(registerBody, fieldsAtSignUp()));
