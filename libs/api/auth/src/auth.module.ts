import { Module } from '@nestjs/common';
import { CredentialsModule } from '@latchkey/api/credentials';
import { SessionsModule } from '@latchkey/api/sessions';
import { AuthController } from './auth.controller';
import { LogoutGuard } from './logout.guard';
import { OwnOrigin } from './own-origin';
import { RefreshController } from './refresh.controller';
import { RefreshCookie } from './refresh-cookie';
import { SignedInAnswers } from './signed-in-answers';

@Module({
  imports: [CredentialsModule, SessionsModule],
  controllers: [AuthController, RefreshController],
  providers: [LogoutGuard, OwnOrigin, RefreshCookie, SignedInAnswers],
})
export class AuthModule {}
