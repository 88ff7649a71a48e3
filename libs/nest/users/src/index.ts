/** The users table: what is done with one user, and lists of many. */
export { Aftermath } from './aftermath.service';
export { EmailTaken, LastAdmin, UsernameTaken, UserNotFound } from './failures';
export {
  type EndedSession,
  Hooks,
  LatchkeyHooks,
  type OpenedSession,
  type SignUp,
  type UserNow,
  userNow,
} from './hooks';
export {
  declareColumns,
  fieldsAtSignUp,
  fieldsOfNew,
  fieldsToChange,
  type OwnColumn,
  type OwnColumns,
  ownColumns,
  ownFieldsIn,
  ownFieldsOf,
} from './own-columns';
export { OwnClaims } from './own-claims.service';
export { User } from './user.entity';
export { UserLists, type UserPage } from './user-lists.service';
export { usersFound, type UsersWanted } from './users-found';
export { userBody } from './user-body';
export { type UserChanges, Users } from './users.service';
export { UsersModule } from './users.module';
