import { attempt } from './attempt';

const LOCK = 'latchkey-refresh';
/** Milliseconds: a tab that the system has put to sleep may hold the lock for hours. Longer than an exchange may take. */
const PATIENCE = 9_000;

/**
 * Runs `work`, a call whose answer sets or clears cookies, while no tab of this browser has another under way (Web Locks): a late
 * answer to a logout would take the cookies of the login after it. Where there are no locks, where a browser that forbids storage
 * refuses them, or where another tab does not let go, without.
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  let outcome: Promise<T> | undefined;
  const settle = () => outcome ?? work();
  const locked = attempt(() =>
    (navigator as { locks?: LockManager }).locks?.request(
      LOCK,
      { signal: AbortSignal.timeout(PATIENCE) },
      () => (outcome = work()),
    ),
  );
  return locked ? locked.then(settle, settle) : settle();
}
