import { Module } from '@nestjs/common';
import { CredentialsModule } from '@latchkey/api/credentials';
import { SessionsModule } from '@latchkey/api/sessions';
import { AuthController } from './auth.controller';

@Module({ imports: [CredentialsModule, SessionsModule], controllers: [AuthController] })
export class AuthModule {}
