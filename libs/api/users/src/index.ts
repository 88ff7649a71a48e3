/** The users table and what is done with one user. */
export { EmailTaken } from './email-taken';
export { User } from './user.entity';
export { userBody } from './user-body';
export { Users } from './users.service';
export { UsersModule } from './users.module';
