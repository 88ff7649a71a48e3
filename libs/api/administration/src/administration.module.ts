import { Module } from '@nestjs/common';
import { PasswordsModule } from '@latchkey/api/passwords';
import { SessionsModule } from '@latchkey/api/sessions';
import { UsersModule } from '@latchkey/api/users';
import { Administration } from './administration.service';
import { UsersController } from './users.controller';

@Module({
  imports: [PasswordsModule, SessionsModule, UsersModule],
  controllers: [UsersController],
  providers: [Administration],
})
export class AdministrationModule {}
