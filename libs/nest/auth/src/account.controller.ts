import { Controller, Delete, Get, Header, HttpCode, Patch, Post, Req, Res, UseFilters } from '@nestjs/common';
import { Account } from '@latchkey/nest/credentials';
import {
  CheckedBody,
  Documented,
  DocumentedUnder,
  type HttpReply,
  type HttpRequest,
  OwnRoutesFilter,
} from '@latchkey/nest/http';
import { CurrentUser, Devices, type SignedIn, SignedInNow, type UserNow } from '@latchkey/nest/sessions';
import { userBody } from '@latchkey/nest/users';
import {
  type AccountAnswer,
  accountAnswer,
  type AccountExport,
  accountExport,
  type ChangePasswordBody,
  changePasswordBody,
  type ConfirmBody,
  confirmBody,
  type MessageAnswer,
  messageAnswer,
  type ProfileBody,
  profileBody,
  type RenewedAnswer,
  renewedAnswer,
} from '@latchkey/contract';
import { accountExportOf } from './account-export';
import { messageBody } from './bodies';
import { SignedInAnswers } from './signed-in-answers';

/** One's own account, and nobody else's: none of these routes takes an id. */
@DocumentedUnder('account')
@UseFilters(OwnRoutesFilter)
@Controller('auth/account')
export class AccountController {
  constructor(
    private readonly account: Account,
    private readonly answers: SignedInAnswers,
    private readonly devices: Devices,
  ) {}

  @Documented('Your profile', { 200: accountAnswer }, [401])
  @Get()
  profile(@CurrentUser() user: UserNow): AccountAnswer {
    return { status: 'success', data: userBody(user) };
  }

  @Documented('Change your names; null takes one away', { 200: accountAnswer }, [400, 401, 409, 415, 422])
  @Patch()
  async changeProfile(
    @CurrentUser() user: UserNow,
    @CheckedBody(profileBody) body: ProfileBody,
  ): Promise<AccountAnswer> {
    return { status: 'success', data: userBody(await this.account.changeProfile(user, body)) };
  }

  @Documented(
    'Change your password and sign out all other devices; your old tokens end too',
    { 200: renewedAnswer },
    [400, 401, 415, 422, 429, 503],
  )
  @HttpCode(200)
  @Post('password')
  async changePassword(
    @SignedInNow() me: SignedIn,
    @CheckedBody(changePasswordBody) body: ChangePasswordBody,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<RenewedAnswer> {
    const renewed = await this.account.changePassword(me, body);
    const answer = messageBody('Your password is changed, and all other devices are signed out.');
    return this.answers.renewed(answer, renewed, request, reply);
  }

  @Documented('Delete your account, for good', { 200: messageAnswer }, [400, 401, 409, 415, 422, 429, 503])
  @Delete()
  async remove(
    @SignedInNow() me: SignedIn,
    @CheckedBody(confirmBody) { current_password }: ConfirmBody,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<MessageAnswer> {
    await this.account.remove(me, current_password);
    this.answers.clear(reply);
    return messageBody('Your account is deleted, with all that belonged to it.');
  }

  @Documented('All that is stored of you, as a file', { 200: accountExport }, [401])
  @Header('Content-Disposition', 'attachment; filename="latchkey-account.json"')
  @Get('export')
  async export(@CurrentUser() user: UserNow): Promise<AccountExport> {
    return accountExportOf(user, await this.devices.history(user.id));
  }
}
