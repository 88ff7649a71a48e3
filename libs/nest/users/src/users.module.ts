import { Module } from '@nestjs/common';
import { UserLists } from './user-lists.service';
import { Users } from './users.service';

@Module({ providers: [UserLists, Users], exports: [UserLists, Users] })
export class UsersModule {}
