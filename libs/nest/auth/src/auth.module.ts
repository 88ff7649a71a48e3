import { Module } from '@nestjs/common';
import { CredentialsModule } from '@latchkey/nest/credentials';
import { SessionsModule } from '@latchkey/nest/sessions';
import { AccountController } from './account.controller';
import { AuthController } from './auth.controller';
import { KeysController } from './keys.controller';
import { LogoutGuard } from './logout.guard';
import { PlainHttp } from './plain-http';
import { RefreshController } from './refresh.controller';
import { RefreshCookie } from './refresh-cookie';
import { SessionsController } from './sessions.controller';
import { SignedInAnswers } from './signed-in-answers';

@Module({
  imports: [CredentialsModule, SessionsModule],
  controllers: [AccountController, AuthController, KeysController, RefreshController, SessionsController],
  providers: [LogoutGuard, PlainHttp, RefreshCookie, SignedInAnswers],
  exports: [SignedInAnswers],
})
export class AuthModule {}
