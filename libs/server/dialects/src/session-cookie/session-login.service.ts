import { Injectable } from '@nestjs/common';
import { Credentials } from '@latchkey/nest/credentials';
import { deviceOf, Sessions } from '@latchkey/nest/sessions';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Accounts } from '../accounts.service';
import { type EmailLogin, type LoginAnswer, type NewEmailAccount, type ResultAnswer } from './bodies';
import { SessionCookie } from './session-cookie';

@Injectable()
export class SessionLogin {
  constructor(
    private readonly accounts: Accounts,
    private readonly cookie: SessionCookie,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
  ) {}

  /** Makes an account and signs nobody in. Throws InvalidInput, EmailTaken, Unavailable. */
  async register({ email, password }: NewEmailAccount): Promise<ResultAnswer> {
    await this.accounts.create({ email }, password);
    return { result: 'success' };
  }

  /** Throws WrongCredentials and AccountDisabled, which this family both words `{ "result": false }`. */
  async login({ email, password }: EmailLogin, request: FastifyRequest, reply: FastifyReply): Promise<LoginAnswer> {
    const { session } = await this.credentials.login({ email, password, remember: false }, deviceOf(request));
    this.cookie.set(reply, session);
    return { result: true };
  }

  async logout(request: FastifyRequest, reply: FastifyReply): Promise<ResultAnswer> {
    const signedIn = await this.cookie.signedIn(request);
    if (signedIn) await this.sessions.end(signedIn.session.id, 'logout');
    this.cookie.clear(reply);
    return { result: 'success' };
  }
}
