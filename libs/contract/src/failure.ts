import * as z from 'zod/mini';

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
  'account_disabled',
  'not_found',
  'method_not_allowed',
  'email_taken',
  'too_large',
  'unsupported_media_type',
  'invalid_input',
  'unexpected',
  'unavailable',
]);
export type FailureCode = z.infer<typeof failureCode>;

/** One field that was refused; `path` names it with dots, and is empty for the body as a whole. */
export const fieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldError>;

export const failure = z.object({
  status: z.enum(['fail', 'error']),
  message: z.string(),
  code: failureCode,
  errors: z.optional(z.array(fieldError)),
  request_id: z.string(),
});
export type Failure = z.infer<typeof failure>;
