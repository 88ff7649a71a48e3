const KEY = 'token';

/** The access token where a reload finds it again. A browser that forbids storage keeps one signed in until a reload. */
export const storedToken = {
  read: (): string | null => attempt(() => localStorage.getItem(KEY)),
  write: (token: string): void => void attempt(() => localStorage.setItem(KEY, token)),
  clear: (): void => void attempt(() => localStorage.removeItem(KEY)),
};

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
