import { TooManyRequests } from '@latchkey/nest/http';

/** Keys remembered at most; the oldest is forgotten first. */
const MOST = 10_000;

/** Counts attempts by key, in this process: so many in a window that begins with the first. */
export class Attempts {
  private readonly windows = new Map<string, { taken: number; until: number }>();

  constructor(
    private readonly limit: number,
    /** Milliseconds. */
    private readonly window: number,
  ) {}

  /** Counts one, before its outcome is known, so that many at once are counted too. Throws TooManyRequests. */
  take(key: string): void {
    const now = performance.now();
    const known = this.windows.get(key);
    const current = known && now < known.until ? known : { taken: 0, until: now + this.window };
    if (current.taken >= this.limit) throw new TooManyRequests(Math.ceil((current.until - now) / 1000));
    this.windows.delete(key);
    this.windows.set(key, { ...current, taken: current.taken + 1 });
    for (const oldest of this.windows.keys()) {
      if (this.windows.size <= MOST) break;
      this.windows.delete(oldest);
    }
  }

  /** One that was taken turned out to be none. */
  giveBack(key: string): void {
    const current = this.windows.get(key);
    if (current) current.taken -= 1;
  }

  /** A success clears what was counted. */
  clear(key: string): void {
    this.windows.delete(key);
  }
}
