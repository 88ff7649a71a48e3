import { Controller, Delete, Get, Param, Patch, Post, UseFilters } from '@nestjs/common';
import { CheckedBody, CheckedQuery, Documented, DocumentedUnder, PathId, OwnRoutesFilter } from '@latchkey/nest/http';
import {
  CurrentUser,
  deviceBody,
  Devices,
  Permissions,
  SessionNotFound,
  type SignedIn,
  SignedInNow,
  type UserNow,
} from '@latchkey/nest/sessions';
import { userBody, UserLists, UserNotFound } from '@latchkey/nest/users';
import {
  type ChangeUserBody,
  type CreateUserBody,
  type DevicesAnswer,
  devicesAnswer,
  type MessageAnswer,
  messageAnswer,
  type UserAnswer,
  userAnswer,
  type UserCreatedAnswer,
  userCreatedAnswer,
  type UsersAnswer,
  usersAnswer,
  type UsersQuery,
  usersQuery,
} from '@latchkey/contract';
import { Administration } from './administration.service';
import { newUserBody, userChangesBody } from './bodies';

const userId = new PathId(UserNotFound);
const sessionId = new PathId(SessionNotFound);

@DocumentedUnder('users')
@UseFilters(OwnRoutesFilter)
@Controller('users')
export class UsersController {
  constructor(
    private readonly administration: Administration,
    private readonly lists: UserLists,
    private readonly devices: Devices,
  ) {}

  @Documented('A page of users', { 200: usersAnswer }, [401, 403, 422])
  @Permissions('users:read')
  @Get()
  async list(@CheckedQuery(usersQuery) query: UsersQuery): Promise<UsersAnswer> {
    const { users, total } = await this.lists.page(query);
    const { page, per_page } = query;
    const seen = await this.devices.lastSeen(users.map(({ id }) => id));
    const data = users.map((user) => ({ ...userBody(user), last_seen: seen.get(user.id)?.toISOString() ?? null }));
    return { status: 'success', data, pagination: { page, per_page, total } };
  }

  @Documented('Make an account for somebody', { 201: userCreatedAnswer }, [400, 401, 403, 409, 413, 415, 422, 503])
  @Permissions('users:write')
  @Post()
  async create(@CheckedBody(newUserBody) body: CreateUserBody): Promise<UserCreatedAnswer> {
    const { user, generated } = await this.administration.create(body);
    const message = 'Successfully created.';
    return { status: 'success', message, data: userBody(user), ...(generated && { generated_password: generated }) };
  }

  @Documented('One user', { 200: userAnswer }, [401, 403, 404])
  @Permissions('users:read')
  @Get(':id')
  async user(@Param('id', userId) id: string): Promise<UserAnswer> {
    return { status: 'success', data: userBody(await this.administration.user(id)) };
  }

  @Documented('Change roles or name, disable, enable', { 200: userAnswer }, [400, 401, 403, 404, 409, 413, 415, 422])
  @Permissions('users:write')
  @Patch(':id')
  async change(
    @Param('id', userId) id: string,
    @CheckedBody(userChangesBody) body: ChangeUserBody,
    @CurrentUser() by: UserNow,
  ): Promise<UserAnswer> {
    return { status: 'success', data: userBody(await this.administration.change(id, body, by)) };
  }

  @Documented('Delete a user and all that belongs to them', { 200: messageAnswer }, [401, 403, 404, 409])
  @Permissions('users:delete')
  @Delete(':id')
  async remove(@Param('id', userId) id: string, @CurrentUser() by: UserNow): Promise<MessageAnswer> {
    await this.administration.remove(id, by);
    return { status: 'success', message: 'Successfully deleted.' };
  }

  @Documented('The devices a user is signed in on, the one used last first', { 200: devicesAnswer }, [401, 403, 404])
  @Permissions('users:read')
  @Get(':id/sessions')
  async sessions(@Param('id', userId) id: string, @SignedInNow() { session }: SignedIn): Promise<DevicesAnswer> {
    const rows = await this.devices.of((await this.administration.user(id)).id);
    return { status: 'success', data: rows.map((row) => deviceBody(row, session.id)) };
  }

  @Documented('End one session of a user, on every replica', { 200: messageAnswer }, [401, 403, 404])
  @Permissions('sessions:end')
  @Delete(':id/sessions/:session_id')
  async endSession(
    @Param('id', userId) id: string,
    @Param('session_id', sessionId) session: string,
  ): Promise<MessageAnswer> {
    await this.devices.end(id, session);
    return { status: 'success', message: 'Successfully ended.' };
  }

  @Documented('End all sessions of a user, on every replica', { 200: messageAnswer }, [401, 403, 404])
  @Permissions('sessions:end')
  @Delete(':id/sessions')
  async endSessions(@Param('id', userId) id: string): Promise<MessageAnswer> {
    await this.administration.endSessions(id);
    return { status: 'success', message: 'Successfully ended.' };
  }
}
