import { attempt } from './attempt';

const KEY = 'token';
/** A JWT or what stands in for one. Whatever else lies there, and what no request could carry, is nobody's. */
const FORM = /^(cookie \S+ \S+|[\w-]+\.[\w-]+\.[\w-]+)$/;
const LONGEST = 8192;

type Place = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The access token where a reload finds it again: for all tabs, or for this one alone where the browser is to forget. A
 * browser that forbids storage keeps one signed in until a reload.
 */
export class StoredToken {
  /** Without a place that all tabs share, each has a token of its own. */
  constructor(
    private readonly own: Place,
    private readonly shared?: Place,
  ) {}

  get isShared(): boolean {
    return !!this.shared;
  }

  read(): string | null {
    return tokenIn(this.own) ?? tokenIn(this.shared);
  }

  /** Never without a token in between: other tabs look. */
  write(token: string, remember: boolean): void {
    const [place, other] = remember && this.shared ? [this.shared, this.own] : [this.own, this.shared];
    attempt(() => place().setItem(KEY, token));
    attempt(() => other?.().removeItem(KEY));
  }

  /** True where the browser is to forget the token when this tab closes. */
  isForThisTab(): boolean {
    return !this.shared || tokenIn(this.own) !== null;
  }

  clear(isForThisTab: boolean): void {
    attempt(() => (isForThisTab ? this.own : this.shared)?.().removeItem(KEY));
  }
}

function tokenIn(storage?: Place): string | null {
  const found = storage && attempt(() => storage().getItem(KEY));
  return typeof found === 'string' && found.length <= LONGEST && FORM.test(found) ? found : null;
}
