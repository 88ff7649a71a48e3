const KEY = 'token';

/**
 * The access token where a reload finds it again: for all tabs, or for this one alone where the browser is to forget. A
 * browser that forbids storage keeps one signed in until a reload.
 */
export const storedToken = {
  read: (): string | null => attempt(() => sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY)),
  /** Without `remember` it is put where the one before it lay. Never without a token in between: other tabs look. */
  write(token: string, remember = !storedToken.isForThisTab()): void {
    attempt(() => (remember ? localStorage : sessionStorage).setItem(KEY, token));
    attempt(() => (remember ? sessionStorage : localStorage).removeItem(KEY));
  },
  /** True where the browser is to forget the token when this tab closes. */
  isForThisTab: (): boolean => attempt(() => sessionStorage.getItem(KEY)) !== null,
  clearForThisTab: (): unknown => attempt(() => sessionStorage.removeItem(KEY)),
  /** What lies there for all tabs stays where this one has its own: it is theirs. */
  clear(): void {
    attempt(() => (storedToken.isForThisTab() ? sessionStorage : localStorage).removeItem(KEY));
  },
};

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
