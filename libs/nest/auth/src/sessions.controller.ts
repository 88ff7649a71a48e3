import { Controller, Delete, Get, Param, Res, UseFilters } from '@nestjs/common';
import { Documented, DocumentedUnder, type HttpReply, PathId, OwnRoutesFilter } from '@latchkey/nest/http';
import { deviceBody, Devices, SessionNotFound, Sessions, type SignedIn, SignedInNow } from '@latchkey/nest/sessions';
import {
  type DevicesAnswer,
  devicesAnswer,
  type EndedAnswer,
  endedAnswer,
  type MessageAnswer,
  messageAnswer,
} from '@latchkey/contract';
import { messageBody } from './bodies';
import { SignedInAnswers } from './signed-in-answers';

const sessionId = new PathId(SessionNotFound);

/** The caller's own devices; those of others have no address here (ASVS 7.5.2). */
@DocumentedUnder('devices')
@UseFilters(OwnRoutesFilter)
@Controller('auth/sessions')
export class SessionsController {
  constructor(
    private readonly answers: SignedInAnswers,
    private readonly devices: Devices,
    private readonly sessions: Sessions,
  ) {}

  @Documented('The devices you are signed in on, the one used last first', { 200: devicesAnswer }, [401])
  @Get()
  async list(@SignedInNow() { user, session }: SignedIn): Promise<DevicesAnswer> {
    const rows = await this.devices.of(user.id);
    return { status: 'success', data: rows.map((row) => deviceBody(row, session.id)) };
  }

  @Documented('Sign out one of your devices, on every replica', { 200: messageAnswer }, [401, 404])
  @Delete(':id')
  async end(
    @SignedInNow() { user, session }: SignedIn,
    @Param('id', sessionId) id: string,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<MessageAnswer> {
    await this.devices.end(user.id, id);
    if (id === session.id) this.answers.clear(reply);
    return messageBody('The device is signed out.');
  }

  @Documented('Sign out all your devices but this one', { 200: endedAnswer }, [401])
  @Delete()
  async endOthers(@SignedInNow() { user, session }: SignedIn): Promise<EndedAnswer> {
    const ended = await this.sessions.endAll(user.id, 'revoked', session.id);
    return { ...messageBody('All other devices are signed out.'), ended };
  }
}
