import { UsersAndSessions1763700000000 } from './1763700000000-users-and-sessions';
import { RefreshAndNotifications1763800000000 } from './1763800000000-refresh-and-notifications';
import { LastAdmin1763900000000 } from './1763900000000-last-admin';
import { SessionPurge1764000000000 } from './1764000000000-session-purge';
import { ListsOfUsers1764100000000 } from './1764100000000-lists-of-users';
import { Imports1764300000000 } from './1764300000000-imports';
import { SkippedGenerations1764400000000 } from './1764400000000-skipped-generations';
import { SessionEpochs1764500000000 } from './1764500000000-session-epochs';
import { ListOfNamedUsers1764500100000 } from './1764500100000-list-of-named-users';
import { PepperProofs1764590000000 } from './1764590000000-pepper-proofs';
import { AnyColumnOfUsers1764900000000 } from './1764900000000-any-column-of-users';
import { SearchByParts1764960000000 } from './1764960000000-search-by-parts';

/** Every migration, oldest first. One that is merged is never edited. */
export const migrations = [
  UsersAndSessions1763700000000,
  RefreshAndNotifications1763800000000,
  LastAdmin1763900000000,
  SessionPurge1764000000000,
  ListsOfUsers1764100000000,
  Imports1764300000000,
  SkippedGenerations1764400000000,
  SessionEpochs1764500000000,
  ListOfNamedUsers1764500100000,
  PepperProofs1764590000000,
  AnyColumnOfUsers1764900000000,
  SearchByParts1764960000000,
];
