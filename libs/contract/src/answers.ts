import * as z from 'zod/mini';
import { status, user, type WithFields } from './user';

const success = z.literal('success');
const accessToken = z
  .optional(z.string())
  .register(z.globalRegistry, { description: 'not where the server keeps tokens in cookies (TOKEN_CARRIER=cookie)' });

/** The answer to a login or a registration: the access token and how many seconds it holds. */
export const signedInAnswer = z.object({
  status: success,
  message: z.string(),
  auth_token: accessToken,
  expires_in: z.int().register(z.globalRegistry, { description: 'seconds' }),
  data: user,
  refresh_token: z
    .optional(z.string())
    .register(z.globalRegistry, { description: 'only where X-Refresh: body was asked for' }),
});
export type SignedInAnswer = WithFields<z.infer<typeof signedInAnswer>>;

export const statusAnswer = z.object({ status: success, data: status });
export type StatusAnswer = WithFields<z.infer<typeof statusAnswer>>;

export const messageAnswer = z.object({ status: success, message: z.string() });
export type MessageAnswer = z.infer<typeof messageAnswer>;

export const refreshAnswer = z.object({
  status: success,
  auth_token: accessToken,
  expires_in: z.int().register(z.globalRegistry, { description: 'seconds' }),
  refresh_token: z.optional(z.string()),
});
export type RefreshAnswer = z.infer<typeof refreshAnswer>;

/** The answer to a change of the password: the tokens that take the place of all older ones. */
export const renewedAnswer = z.object({ ...messageAnswer.shape, ...refreshAnswer.shape });
export type RenewedAnswer = z.infer<typeof renewedAnswer>;

/** The public halves of the keys that sign access tokens (RFC 7517 §5); none where they are signed with a secret. */
export const keySetAnswer = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), alg: z.string(), use: z.string() })),
});
export type KeySetAnswer = z.infer<typeof keySetAnswer>;

/** Who issues the tokens, for services that check them (RFC 8414 §2); no `jwks_uri` where they are signed with a secret. */
export const issuerAnswer = z.object({
  issuer: z.string(),
  jwks_uri: z.optional(z.string()),
  response_types_supported: z.array(z.string()),
});
export type IssuerAnswer = z.infer<typeof issuerAnswer>;
