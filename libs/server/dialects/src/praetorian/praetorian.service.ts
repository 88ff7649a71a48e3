import { Injectable } from '@nestjs/common';
import { Credentials } from '@latchkey/nest/credentials';
import { bearerToken, deviceOf, type Session, Sessions } from '@latchkey/nest/sessions';
import { type User, UsernameTaken } from '@latchkey/nest/users';
import { type FastifyRequest } from 'fastify';
import { Accounts } from '../accounts.service';
import { DialectTokens } from '../dialect-tokens';
import { type NamedAccount, type NamedLogin, type TokenAnswer } from './bodies';

/** Seconds. */
const DAY = 24 * 60 * 60;

@Injectable()
export class Praetorian {
  constructor(
    private readonly accounts: Accounts,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly tokens: DialectTokens,
  ) {}

  /** Throws WrongCredentials, AccountDisabled, Unavailable. */
  async login({ username, password }: NamedLogin, request: FastifyRequest): Promise<TokenAnswer> {
    const find = () => this.accounts.find(username);
    const { session } = await this.credentials.enter(find, { password, remember: true }, deviceOf(request));
    return this.tokenFor(session);
  }

  /** Makes an account, or signs in whoever has it and knows its password. Throws as login does, and InvalidInput. */
  async register(body: NamedAccount, request: FastifyRequest): Promise<TokenAnswer> {
    if (await this.accounts.find(body.username)) return this.login(body, request);
    try {
      return await this.admit(await this.accounts.create({ username: body.username }, body.password), request);
    } catch (error) {
      // Somebody else took the name meanwhile.
      if (error instanceof UsernameTaken) return this.login(body, request);
      throw error;
    }
  }

  /**
   * A new token for one that may have expired, as long as the session lives: this family has one token for both purposes.
   * Throws TokenMissing, TokenMalformed, TokenInvalid, SessionRevoked.
   */
  async refresh(body: unknown, request: FastifyRequest): Promise<TokenAnswer> {
    const bare = typeof body === 'string' ? body.trim() : '';
    const { session } = await this.tokens.known('praetorian', bare || bearerToken(request.raw));
    await this.sessions.keepOpen(session.id);
    return this.tokenFor({ ...session, generation: session.confirmed });
  }

  private async admit(user: User, request: FastifyRequest): Promise<TokenAnswer> {
    const session = await this.sessions.open(user.id, deviceOf(request));
    return this.tokenFor((await this.credentials.entered({ user, session })).session);
  }

  private tokenFor(session: Pick<Session, 'id' | 'userId' | 'generation'>): TokenAnswer {
    return { access_token: this.tokens.issue('praetorian', session, DAY) };
  }
}
