import { UsersAndSessions1763700000000 } from './1763700000000-users-and-sessions';

/** Every migration, oldest first. One that is merged is never edited. */
export const migrations = [UsersAndSessions1763700000000];
