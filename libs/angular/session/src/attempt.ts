/** What `action` gives; null where the browser forbids it, as it does with storage, channels and locks where site data is blocked. */
export function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
