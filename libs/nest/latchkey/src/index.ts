/** Sign-in for Nest applications: LatchkeyModule, its options, and all that an application's own code uses of it. */
export { InvalidOptions } from './invalid-options';
export { LatchkeyModule } from './latchkey.module';
export { type LatchkeyOptions } from './latchkey-options';
export { OptionsModule, type OptionsFactory } from './options.module';
export { resolveOptions, type ResolvedOptions } from './resolve-options';
export {
  CurrentUser,
  Permissions,
  Public,
  Roles,
  type SignedIn,
  SignedInNow,
  type UserNow,
} from '@latchkey/nest/sessions';
