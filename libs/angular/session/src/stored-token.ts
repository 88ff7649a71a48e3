import { attempt } from './attempt';

const KEY = 'token';
/** A JWT or what stands in for one. Whatever else lies there, and what no request could carry, is nobody's. */
const FORM = /^(cookie \S+ \S+|[\w-]+\.[\w-]+\.[\w-]+)$/;
const LONGEST = 8192;

const own = () => sessionStorage;
const shared = () => localStorage;

/**
 * The access token where a reload finds it again: for all tabs, or for this one alone where the browser is to forget. A
 * browser that forbids storage keeps one signed in until a reload.
 */
export const storedToken = {
  read: (): string | null => tokenIn(own) ?? tokenIn(shared),
  /** Never without a token in between: other tabs look. */
  write(token: string, remember: boolean): void {
    attempt(() => (remember ? shared : own)().setItem(KEY, token));
    attempt(() => (remember ? own : shared)().removeItem(KEY));
  },
  /** True where the browser is to forget the token when this tab closes. */
  isForThisTab: (): boolean => tokenIn(own) !== null,
  clear(isForThisTab: boolean): void {
    attempt(() => (isForThisTab ? own : shared)().removeItem(KEY));
  },
};

function tokenIn(storage: () => Storage): string | null {
  const found = attempt(() => storage().getItem(KEY));
  return typeof found === 'string' && found.length <= LONGEST && FORM.test(found) ? found : null;
}
