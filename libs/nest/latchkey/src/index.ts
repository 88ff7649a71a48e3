/** Sign-in for Nest applications: LatchkeyModule, its options, and all that an application's own code uses of it. */
export { InvalidOptions } from './invalid-options';
export { LatchkeyModule, type LatchkeySetup } from './latchkey.module';
export { type LatchkeyOptions } from './latchkey-options';
export { latchkeyMigrations } from './latchkey-migrations';
export { OptionsModule, type OptionsFactory } from './options.module';
export { resolveOptions, type ResolvedOptions } from './resolve-options';
export { Account, AccountDisabled, Credentials, type Entry, WrongCredentials } from '@latchkey/nest/credentials';
export { SignedInAnswers } from '@latchkey/nest/auth';
export {
  ApiFailure,
  CheckedBody,
  type HttpReply,
  type HttpRequest,
  InvalidInput,
  LatchkeyFilter,
  TooManyRequests,
  Unavailable,
} from '@latchkey/nest/http';
export { MigrationsMissing, UnfitDatabase } from '@latchkey/nest/database';
export {
  CurrentUser,
  type Device,
  deviceOf,
  JwtAuthGuard,
  Permissions,
  PermissionsGuard,
  Public,
  Roles,
  Session,
  Sessions,
  type SignedIn,
  SignedInNow,
  type UserNow,
} from '@latchkey/nest/sessions';
export {
  EmailTaken,
  type EndedSession,
  LastAdmin,
  LatchkeyHooks,
  type OwnColumns,
  type OpenedSession,
  type SignUp,
  User,
  userBody,
  UsernameTaken,
  UserNotFound,
  Users,
} from '@latchkey/nest/users';
