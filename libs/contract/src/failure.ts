import * as z from 'zod/mini';
import { permission, role } from './roles';

/** Every way a call can fail. Clients decide on the code, never on the text. */
export const failureCode = z.enum([
  'malformed_json',
  'malformed_request',
  'wrong_credentials',
  'token_missing',
  'token_malformed',
  'token_invalid',
  'token_expired',
  'session_revoked',
  'refresh_missing',
  'refresh_invalid',
  'refresh_reused',
  'origin_refused',
  'reauthentication_required',
  'account_disabled',
  'permission_missing',
  'not_found',
  'method_not_allowed',
  'email_taken',
  'username_taken',
  'last_admin',
  'own_account',
  'too_large',
  'unsupported_media_type',
  'invalid_input',
  'too_many_requests',
  'unexpected',
  'unavailable',
]);
export type FailureCode = z.infer<typeof failureCode>;

/** One field that was refused; `path` names it with dots, and is empty for the body as a whole. */
export const fieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldError>;

/** Which check a refused token failed; outside production, for the developer who sent it. */
export const hint = z.object({
  check: z.string(),
  expected: z.string(),
  found: z.string(),
  /** By how much the token's time and this server's clock differ. */
  clock_skew_seconds: z.optional(z.int()),
  advice: z.string(),
});
export type Hint = z.infer<typeof hint>;

export const failure = z.object({
  status: z.enum(['fail', 'error']),
  message: z.string(),
  code: failureCode,
  errors: z.optional(z.array(fieldError)),
  /** With `permission_missing`: what would have been needed, permissions or roles. */
  required: z.optional(z.array(z.union([permission, role]))),
  hint: z.optional(hint),
  request_id: z.string(),
});
export type Failure = z.infer<typeof failure>;
