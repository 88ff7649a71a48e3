import { Body, Controller, Get, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { HomePages } from '../home-pages.guard';
import { Served } from '../served';
import {
  type NewEmailAccount,
  newEmailAccount,
  type ResultAnswer,
  resultAnswer,
  sessionCookieFailure,
  type StatusAnswer,
  statusAnswer,
} from './bodies';
import { SessionCookie } from './session-cookie';
import { SessionCookieFilter } from './session-cookie.filter';
import { SessionLogin } from './session-login.service';

const DIALECT = 'session-cookie';

/** flask-angular-auth: e-mail and password, a cookie for this site alone. Its login is in LoginController. */
@Controller('api')
@UseFilters(SessionCookieFilter)
export class SessionCookieController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessionLogin: SessionLogin,
  ) {}

  @Served(DIALECT, 'Make an account', { 200: resultAnswer }, [[400, 413, 503], sessionCookieFailure])
  @Post('register')
  register(@Body({ schema: newEmailAccount }) body: NewEmailAccount): Promise<ResultAnswer> {
    return this.sessionLogin.register(body);
  }

  @Served(DIALECT, 'Whether somebody is signed in', { 200: statusAnswer }, [[503], statusAnswer])
  @Get('status')
  async status(@Req() request: FastifyRequest): Promise<StatusAnswer> {
    return { status: (await this.cookie.signedIn(request)) !== undefined };
  }

  /** By GET, as the client has it: hence the guard, so that no picture on another site signs anybody out. */
  @Served(DIALECT, 'End the session', { 200: resultAnswer }, [[403, 503], sessionCookieFailure])
  @UseGuards(HomePages)
  @Get('logout')
  logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<ResultAnswer> {
    return this.sessionLogin.logout(request, reply);
  }
}
