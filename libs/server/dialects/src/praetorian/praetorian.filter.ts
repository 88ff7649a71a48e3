import { Catch, Injectable } from '@nestjs/common';
import { type Fact, HttpOptions } from '@latchkey/nest/http';
import { FailureFilter, RouteTable, type Worded } from '@latchkey/server/http';
import { type FailureCode } from '@latchkey/contract';
import { STATUS_CODES } from 'node:http';

/** What the client is used to read. */
const WORDS: Partial<Record<FailureCode, [error: string, message: string]>> = {
  wrong_credentials: ['AuthenticationError', 'The username and/or password are incorrect'],
  account_disabled: ['InvalidUserError', 'The user is not valid or has had access revoked'],
  token_missing: ['MissingToken', "JWT token not found in headers under 'Authorization'"],
  token_malformed: ['InvalidTokenHeader', 'JWT header structure is invalid'],
  token_invalid: ['InvalidTokenHeader', 'failed to decode JWT token'],
  token_expired: ['ExpiredAccessError', 'access permission has expired'],
  session_revoked: ['BlacklistedError', 'access permission has been revoked'],
};

/** `{ "error", "message", "status_code" }`. */
@Catch()
@Injectable()
export class PraetorianFilter extends FailureFilter {
  constructor(options: HttpOptions) {
    super(new RouteTable(), options);
  }

  protected override worded({ code, status, message, errors }: Fact): Worded {
    const status_code = status === 422 ? 400 : status;
    const plain = [(STATUS_CODES[status_code] ?? 'Error').replaceAll(/\W/g, ''), errors?.[0]?.message ?? message];
    const [error, words] = WORDS[code] ?? plain;
    return { status: status_code, body: { error, message: words, status_code } };
  }
}
