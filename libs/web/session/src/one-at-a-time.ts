const LOCK = 'latchkey-refresh';

/**
 * Runs `work`, a call whose answer sets or clears cookies, while no tab of this browser has another under way (Web Locks): a late
 * answer to a logout would take the cookies of the login after it. Where there are no locks, or where a browser that forbids
 * storage refuses them, at once.
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return work();
  let outcome: Promise<T> | undefined;
  const settle = () => outcome ?? work();
  return locks.request(LOCK, () => (outcome = work())).then(settle, settle);
}
