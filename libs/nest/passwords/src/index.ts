/** Passwords: which may be chosen, making one, hashing (bcrypt in worker threads, peppered), and checking, foreign hashes too. */
export { hashProblem } from './bearable-hash';
export { generatedPassword } from './generated-password';
export { HashingPool } from './hashing-pool';
export { PasswordOptions, type Pepper } from './password-options';
export { PasswordPolicy } from './password-policy';
export { PepperProofs } from './pepper-proofs';
export { Passwords } from './passwords.service';
export { PasswordsModule } from './passwords.module';
