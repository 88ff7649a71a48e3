import { Module } from '@nestjs/common';
import { PasswordsModule } from '@latchkey/api/passwords';
import { SessionsModule } from '@latchkey/api/sessions';
import { UsersModule } from '@latchkey/api/users';
import { Credentials } from './credentials.service';

@Module({ imports: [PasswordsModule, SessionsModule, UsersModule], providers: [Credentials], exports: [Credentials] })
export class CredentialsModule {}
