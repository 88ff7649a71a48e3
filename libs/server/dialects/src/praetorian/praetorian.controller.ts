import { Body, Controller, Get, Post, Req, UseFilters, UseGuards } from '@nestjs/common';
import { CurrentUser, Public, type UserNow } from '@latchkey/nest/sessions';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Served } from '../served';
import {
  type AliveAnswer,
  aliveAnswer,
  type NamedAccount,
  namedAccount,
  praetorianFailure,
  type ProtectedAnswer,
  protectedAnswer,
  type TokenAnswer,
  tokenAnswer,
} from './bodies';
import { PraetorianFilter } from './praetorian.filter';
import { PraetorianGuard } from './praetorian.guard';
import { Praetorian } from './praetorian.service';

const DIALECT = 'praetorian';

/** jwtlogin-flask: user name and password, one bearer token for a day. Its login is in LoginController. */
@Controller('api')
@UseFilters(PraetorianFilter)
export class PraetorianController {
  constructor(private readonly praetorian: Praetorian) {}

  /** At `/api` and at `/api/`: of two slashes Nest takes one away. */
  @Served(DIALECT, 'Whether the server is up', { 200: aliveAnswer }, [[], praetorianFailure])
  @Get(['', '//'])
  alive(): AliveAnswer {
    return { 'JWT Server Application': 'Running!' };
  }

  @Served(DIALECT, 'Make an account, or sign in', { 200: tokenAnswer }, [[400, 401, 403, 413, 503], praetorianFailure])
  @Post('registration')
  register(@Body({ schema: namedAccount }) body: NamedAccount, @Req() request: FastifyRequest): Promise<TokenAnswer> {
    return this.praetorian.register(body, request);
  }

  @Served(DIALECT, 'Who is signed in', { 200: protectedAnswer }, [[401, 403, 503], praetorianFailure])
  @UseGuards(PraetorianGuard)
  @Get('protected')
  protected(@CurrentUser() { username, email }: UserNow): ProtectedAnswer {
    return { message: `protected endpoint (allowed usr ${username ?? email})` };
  }

  /** The token is the whole body, or comes as a bearer token. */
  @ApiConsumes('text/plain')
  @ApiBody({ required: false, schema: { type: 'string' } })
  @Public('a token, even one that has expired')
  @Served(DIALECT, 'Exchange a token for a new one', { 200: tokenAnswer }, [[401, 413, 503], praetorianFailure])
  @Post('refresh')
  refresh(@Body() body: unknown, @Req() request: FastifyRequest): Promise<TokenAnswer> {
    return this.praetorian.refresh(body, request);
  }
}
