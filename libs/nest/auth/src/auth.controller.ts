import { Controller, Get, HttpCode, Post, Req, Res, UseGuards, UseFilters } from '@nestjs/common';
import { Credentials } from '@latchkey/nest/credentials';
import {
  CheckedBody,
  Documented,
  DocumentedUnder,
  type HttpReply,
  type HttpRequest,
  OwnRoutesFilter,
} from '@latchkey/nest/http';
import {
  CurrentUser,
  deviceOf,
  Public,
  Sessions,
  type SignedIn,
  SignedInNow,
  type UserNow,
} from '@latchkey/nest/sessions';
import { OwnClaims } from '@latchkey/nest/users';
import {
  type LoginBody,
  loginBody,
  type MessageAnswer,
  messageAnswer,
  type RegisterBody,
  type SignedInAnswer,
  signedInAnswer,
  type StatusAnswer,
  statusAnswer,
} from '@latchkey/contract';
import { messageBody, signUpBody, statusBody } from './bodies';
import { LogoutGuard } from './logout.guard';
import { PlainHttp } from './plain-http';
import { SignedInAnswers } from './signed-in-answers';

@DocumentedUnder('auth')
@UseFilters(OwnRoutesFilter)
@Controller('auth')
export class AuthController {
  constructor(
    private readonly credentials: Credentials,
    private readonly answers: SignedInAnswers,
    private readonly sessions: Sessions,
    private readonly claims: OwnClaims,
    private readonly plainHttp: PlainHttp,
  ) {}

  @Public()
  @Documented('Make an account and sign in', { 201: signedInAnswer }, [400, 403, 409, 413, 415, 422, 503])
  @Post('register')
  async register(
    @CheckedBody(signUpBody) body: RegisterBody,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SignedInAnswer> {
    if (!this.answers.wantsBody(request)) this.plainHttp.refuse(request);
    const entry = await this.credentials.register(body, deviceOf(request));
    return this.answers.entered('Successfully registered.', entry, request, reply);
  }

  @Public()
  @Documented('Sign in', { 200: signedInAnswer }, [400, 401, 403, 413, 415, 422, 503])
  @HttpCode(200)
  @Post('login')
  async login(
    @CheckedBody(loginBody) body: LoginBody,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SignedInAnswer> {
    if (!this.answers.wantsBody(request)) this.plainHttp.refuse(request);
    const entry = await this.credentials.login(body, deviceOf(request));
    return this.answers.entered('Successfully logged in.', entry, request, reply);
  }

  @Documented('Who is signed in', { 200: statusAnswer }, [401])
  @Get(['status', 'user'])
  async status(@SignedInNow() signedIn: SignedIn): Promise<StatusAnswer> {
    return statusBody(signedIn, await this.claims.of(signedIn.user));
  }

  @Documented('End this session, on every replica', { 200: messageAnswer }, [401, 403])
  @Public()
  @UseGuards(LogoutGuard)
  @HttpCode(200)
  @Post('logout')
  async logout(
    @SignedInNow() { session }: Pick<SignedIn, 'session'>,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<MessageAnswer> {
    this.answers.clear(reply);
    await this.sessions.end(session.id, 'logout');
    return messageBody('Successfully logged out.');
  }

  @Documented('An example of a closed route', { 200: messageAnswer }, [401])
  @Get('protected')
  protected(@CurrentUser() user: UserNow): MessageAnswer {
    return messageBody(`protected endpoint (allowed user ${user.email ?? user.username})`);
  }
}
