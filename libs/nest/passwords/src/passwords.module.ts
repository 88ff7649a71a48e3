import { Module } from '@nestjs/common';
import { HashingPool } from './hashing-pool';
import { PasswordPolicy } from './password-policy';
import { Passwords } from './passwords.service';

@Module({ providers: [HashingPool, PasswordPolicy, Passwords], exports: [HashingPool, PasswordPolicy, Passwords] })
export class PasswordsModule {}
