import { Module } from '@nestjs/common';
import { HashingPool } from './hashing-pool';
import { PasswordPolicy } from './password-policy';
import { Passwords } from './passwords.service';
import { PepperProofs } from './pepper-proofs';

@Module({
  providers: [HashingPool, PasswordPolicy, Passwords, PepperProofs],
  exports: [HashingPool, PasswordPolicy, Passwords],
})
export class PasswordsModule {}
