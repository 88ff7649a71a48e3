import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Post,
  Put,
  Query,
  Req,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { Credentials } from '@latchkey/nest/credentials';
import {
  CurrentUser,
  deviceOf,
  Public,
  Sessions,
  type SignedIn,
  SignedInNow,
  type UserNow,
} from '@latchkey/nest/sessions';
import { ApiProduces, ApiQuery } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { Accounts } from '../accounts.service';
import { HomePages } from '../home-pages.guard';
import { Served } from '../served';
import {
  type ListedUser,
  listedUser,
  type NewUidAccount,
  newUidAccount,
  type UidChanges,
  uidChanges,
  uidFailure,
  type UidLogin,
  uidLogin,
  type UidUser,
  uidUser,
  type UserPage,
  userPage,
  type WhichUid,
  whichUid,
} from './bodies';
import { UidCookie } from './uid-cookie';
import { UidCookieFilter } from './uid-cookie.filter';
import { UidCookieGuard } from './uid-cookie.guard';
import { uidUserBody } from './uid-user-body';
import { type PageQuery, UidList } from './uid-list.service';
import { UidUsers } from './uid-users.service';

const DIALECT = 'uid-cookie';
const HTML = 'text/html; charset=utf-8';

/** flask_2025 and its successors: user ID and password, a cookie that goes across sites. */
@Controller('api')
@UseFilters(UidCookieFilter)
export class UidCookieController {
  constructor(
    private readonly accounts: Accounts,
    private readonly cookie: UidCookie,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly everybody: UidList,
    private readonly users: UidUsers,
  ) {}

  @Served(DIALECT, 'Sign in', { 200: z.string() }, [[400, 401, 403, 413, 503], uidFailure])
  @ApiProduces(HTML)
  @Header('Content-Type', HTML)
  @UseGuards(HomePages)
  @Post('authenticate')
  async authenticate(
    @Body({ schema: uidLogin }) { uid, password }: UidLogin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const find = () => this.accounts.find(uid);
    const { user, session } = await this.credentials.enter(find, { password, remember: false }, deviceOf(request));
    this.cookie.set(reply, session);
    return `Authentication for ${user.username} successful`;
  }

  @Served(DIALECT, 'End the session', { 200: z.string() }, [[401, 403, 503], uidFailure])
  @ApiProduces(HTML)
  @Header('Content-Type', HTML)
  @UseGuards(HomePages, UidCookieGuard)
  @Delete('authenticate')
  async logout(@SignedInNow() { session }: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    await this.sessions.end(session.id, 'logout');
    this.cookie.clear(reply);
    return 'Token invalidated successfully';
  }

  @Served(DIALECT, 'Who is signed in', { 200: uidUser }, [[401, 503], uidFailure])
  @UseGuards(UidCookieGuard)
  @Get('id')
  id(@CurrentUser() user: UserNow): UidUser {
    return uidUserBody(user);
  }

  @Served(DIALECT, 'Make an account', { 200: uidUser }, [[400, 403, 413, 503], uidFailure])
  @UseGuards(HomePages)
  @Post('user')
  signUp(@Body({ schema: newUidAccount }) body: NewUidAccount): Promise<UidUser> {
    return this.users.signUp(body);
  }

  @Served(DIALECT, 'Users that have a user ID, all or by pages', { 200: z.union([z.array(listedUser), userPage]) }, [
    [401, 503],
    uidFailure,
  ])
  @ApiQuery({ name: 'page', required: false, schema: { type: 'integer' } })
  @ApiQuery({ name: 'per_page', required: false, schema: { type: 'integer', maximum: 200 } })
  @UseGuards(UidCookieGuard)
  @Get('user')
  list(@CurrentUser() user: UserNow, @Query() query: PageQuery): Promise<ListedUser[] | UserPage> {
    return 'page' in query || 'per_page' in query ? this.everybody.page(user, query) : this.everybody.list(user);
  }

  @Public('to be that user, or Admin')
  @Served(DIALECT, 'Change oneself, or, as Admin, anybody', { 200: uidUser }, [[400, 401, 403, 404, 503], uidFailure])
  @UseGuards(HomePages, UidCookieGuard)
  @Put('user')
  async change(
    @SignedInNow() signedIn: SignedIn,
    @Body({ schema: uidChanges }) body: UidChanges,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UidUser> {
    const { user, renewed } = await this.users.change(signedIn, body);
    if (renewed) this.cookie.set(reply, renewed);
    return user;
  }

  @Public('to be Admin')
  @Served(DIALECT, 'Delete a user, as Admin', { 204: z.unknown() }, [[400, 401, 403, 404, 409, 503], uidFailure])
  @UseGuards(HomePages, UidCookieGuard)
  @Delete('user')
  remove(@CurrentUser() user: UserNow, @Body({ schema: whichUid }) { uid }: WhichUid): Promise<void> {
    return this.users.remove(user, uid);
  }
}
