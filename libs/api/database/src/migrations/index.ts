import { UsersAndSessions1763700000000 } from './1763700000000-users-and-sessions';
import { RefreshAndNotifications1763800000000 } from './1763800000000-refresh-and-notifications';

/** Every migration, oldest first. One that is merged is never edited. */
export const migrations = [UsersAndSessions1763700000000, RefreshAndNotifications1763800000000];
