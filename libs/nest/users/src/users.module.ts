import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { User } from './user.entity';
import { UserLists } from './user-lists.service';
import { Users } from './users.service';

@Module({ imports: [TypeOrmModule.forFeature([User])], providers: [UserLists, Users], exports: [UserLists, Users] })
export class UsersModule {}
