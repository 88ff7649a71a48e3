import { Module } from '@nestjs/common';
import { Aftermath } from './aftermath.service';
import { OwnClaims } from './own-claims.service';
import { UserLists } from './user-lists.service';
import { Users } from './users.service';

@Module({ providers: [Aftermath, OwnClaims, UserLists, Users], exports: [Aftermath, OwnClaims, UserLists, Users] })
export class UsersModule {}
