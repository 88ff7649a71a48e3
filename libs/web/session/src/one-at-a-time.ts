const LOCK = 'latchkey-refresh';

/** Runs `work` while no other tab of this browser does (Web Locks); where there are no locks, at once: the server bears that. */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  return locks ? locks.request(LOCK, work) : work();
}
