/** Passwords: which may be chosen, how they are hashed (bcrypt in worker threads, peppered), and checking one, foreign hashes too. */
export { hashProblem } from './bearable-hash';
export { HashingPool } from './hashing-pool';
export { PasswordPolicy } from './password-policy';
export { Passwords } from './passwords.service';
export { PasswordsModule } from './passwords.module';
