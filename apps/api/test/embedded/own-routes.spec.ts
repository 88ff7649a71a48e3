import { Body, Controller, Get, Injectable, Module, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  Credentials,
  CurrentUser,
  deviceOf,
  type HttpReply,
  type HttpRequest,
  InvalidOptions,
  JwtAuthGuard,
  LatchkeyModule,
  latchkeyMigrations,
  Permissions,
  Public,
  SignedInAnswers,
  type UserNow,
} from '@latchkey/nest/latchkey';
import { OPTIONS, PASSWORD, Shop } from './shop';

@Injectable()
class Invitations {
  readonly codes = new Set(['tea']);
}

@Module({ providers: [Invitations], exports: [Invitations] })
class InvitationsModule {}

/** Signs up by invitation alone. */
@Controller('auth')
class SignUpController {
  constructor(
    private readonly invitations: Invitations,
    private readonly credentials: Credentials,
    private readonly answers: SignedInAnswers,
  ) {}

  @Public()
  @Post('register')
  async register(
    @Body() { code, email }: { code: string; email: string },
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    if (!this.invitations.codes.has(code)) return { invited: false };
    const entry = await this.credentials.register({ email, password: PASSWORD, remember: true }, deviceOf(request));
    return this.answers.entered('Welcome.', entry, request, reply);
  }
}

@Controller('orders')
class OpenController {
  @Get()
  all() {
    return { open: true };
  }

  @UseGuards(JwtAuthGuard)
  @Get('mine')
  mine(@CurrentUser() user: UserNow) {
    return { of: user.id };
  }

  @Permissions('users:read')
  @Get('everybody')
  everybody() {
    return { of: 'everybody' };
  }
}

describe('routes', () => {
  it('are replaced by their address, the others stay', async () => {
    const replace = { 'POST /auth/register': SignUpController };
    const shop = await Shop.open({ latchkey: { replace, imports: [InvitationsModule] } });
    expect((await shop.register()).body).toEqual({ invited: false });
    const { body, status } = await shop.register({ code: 'tea' });
    expect([status, body.message]).toEqual([201, 'Welcome.']);
    expect((await shop.as(body.auth_token, 'GET', '/auth/status')).status).toBe(200);
    const login = { email: body.data.email, password: PASSWORD };
    expect((await shop.send('POST', '/auth/login', login)).status).toBe(200);
  });

  it('lie elsewhere where that is asked for, and the cookie with them', async () => {
    const shop = await Shop.open({ latchkey: { path: 'members/door' } });
    const { token, cookie } = await shop.newcomer({}, '/members/door/register');
    const refreshed = await shop.refresh(cookie, '/members/door/refresh');
    expect(refreshed.headers.getSetCookie()).toEqual([expect.stringContaining('Path=/members/door;')]);
    expect((await shop.as(token, 'GET', '/members/door/sessions')).status).toBe(200);
    expect((await shop.register()).status).toBe(404);
  });

  it('are there in the parts that are asked for', async () => {
    const shop = await Shop.open({ latchkey: { parts: { administration: false, devices: false, keys: false } } });
    const { token } = await shop.newcomer();
    for (const gone of ['/users', '/auth/sessions', '/.well-known/jwks.json'])
      expect((await shop.as(token, 'GET', gone)).status).toBe(404);
    expect((await shop.as(token, 'GET', '/auth/account')).status).toBe(200);
  });

  it('of the application are open where it guards them one by one; ours stay closed', async () => {
    const shop = await Shop.open({ controllers: [OpenController], latchkey: { routes: 'open' } });
    const { token, id } = await shop.newcomer();
    expect((await shop.send('GET', '/orders')).body).toEqual({ open: true });
    for (const closed of ['/orders/mine', '/orders/everybody', '/auth/status', '/users'])
      expect((await shop.send('GET', closed)).body.code).toBe('token_missing');
    expect((await shop.as(token, 'GET', '/orders/mine')).body).toEqual({ of: id });
    expect((await shop.as(token, 'GET', '/orders/everybody')).status).toBe(403);
  });
});

describe('what cannot work stops the start', () => {
  it.each([
    [
      'a route that is none',
      { replace: { 'POST /auth/sign-up': SignUpController } },
      /no route POST \/auth\/sign-up; it has .*POST \/auth\/register/,
    ],
    [
      'a controller without the route',
      { replace: { 'POST /auth/login': SignUpController } },
      /SignUpController has no route POST \/auth\/login/,
    ],
    [
      'a part that is none',
      { parts: { cellar: true } as object },
      /parts\.cellar: there is no such part, only account/,
    ],
    ['a path with a slash before it', { path: '/auth' }, /path: "\/auth" is none/],
  ])('%s', async (_, latchkey, words) => {
    const opened = Shop.open({ latchkey });
    await expect(opened).rejects.toThrow(InvalidOptions);
    await expect(opened).rejects.toThrow(words);
  });

  it('two modules', async () => {
    const twice = Shop.open({ imports: [LatchkeyModule.forRoot({ ...OPTIONS, migrations: 'check' })] });
    await expect(twice).rejects.toThrow(/mounted 2 times/);
  });

  it('tables that are not there', async () => {
    await expect(Shop.open({ latchkey: { migrations: 'check' } })).rejects.toThrow(
      /lacks the table users.*latchkeyMigrations/s,
    );
  });
});

describe('the migrations', () => {
  it('run with those of the application', async () => {
    const typeorm = { migrations: latchkeyMigrations(), migrationsRun: true };
    const shop = await Shop.open({ typeorm, latchkey: { migrations: 'check' } });
    expect((await shop.register()).status).toBe(201);
  });
});
