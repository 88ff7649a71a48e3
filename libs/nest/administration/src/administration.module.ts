import { Module } from '@nestjs/common';
import { PasswordsModule } from '@latchkey/nest/passwords';
import { SessionsModule } from '@latchkey/nest/sessions';
import { UsersModule } from '@latchkey/nest/users';
import { Administration } from './administration.service';
import { UsersController } from './users.controller';

@Module({
  imports: [PasswordsModule, SessionsModule, UsersModule],
  controllers: [UsersController],
  providers: [Administration],
})
export class AdministrationModule {}
