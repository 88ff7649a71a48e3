import { Module } from '@nestjs/common';
import { PasswordsModule } from '@latchkey/nest/passwords';
import { SessionsModule } from '@latchkey/nest/sessions';
import { UsersModule } from '@latchkey/nest/users';
import { Account } from './account.service';
import { CurrentPassword } from './current-password.service';
import { Credentials } from './credentials.service';

@Module({
  imports: [PasswordsModule, SessionsModule, UsersModule],
  providers: [Account, Credentials, CurrentPassword],
  exports: [Account, Credentials],
})
export class CredentialsModule {}
