import { Body, Controller, Post, Req, Res, UseFilters } from '@nestjs/common';
import { MalformedJson } from '@latchkey/nest/http';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { checked } from './checked';
import { DialectFilter } from './dialect.filter';
import { eitherLogin } from './either-login';
import { praetorianFailure, namedLogin, tokenAnswer } from './praetorian/bodies';
import { Praetorian } from './praetorian/praetorian.service';
import { emailLogin, loginAnswer } from './session-cookie/bodies';
import { SessionLogin } from './session-cookie/session-login.service';
import { Served } from './served';
import { isJson, WhichDialect } from './which-dialect';

/** The one address that two families share. */
@Controller('api')
@UseFilters(DialectFilter)
export class LoginController {
  constructor(
    private readonly which: WhichDialect,
    private readonly praetorian: Praetorian,
    private readonly sessionLogin: SessionLogin,
  ) {}

  @Served(
    'login',
    'Sign in: with `username` for a token (praetorian), with `email` for a cookie (session-cookie)',
    { 200: z.union([loginAnswer, tokenAnswer]) },
    [[400, 401, 403, 413, 503], praetorianFailure],
  )
  @Post('login')
  async login(
    @Body({ schema: eitherLogin }) body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof loginAnswer> | z.infer<typeof tokenAnswer>> {
    if (this.which.atLogin(request) === 'praetorian') {
      return this.praetorian.login(await checked(namedLogin, body), request);
    }
    // A form of another site can send text that parses as JSON, but cannot call it so: it must not sign a browser in.
    if (!isJson(request.headers)) throw new MalformedJson('Send the body as application/json.');
    return this.sessionLogin.login(await checked(emailLogin, body), request, reply);
  }
}
