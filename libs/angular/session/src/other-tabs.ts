import { attempt } from './attempt';

/** One token gave way to another, or to none. */
export interface TokenChange {
  before: string | null;
  after: string | null;
}

/**
 * Tells this browser's other tabs how the token changed, and hears it from them. The tokens go along, since what another tab
 * has stored is seen here only a moment later. Silent where there is no channel.
 */
export class OtherTabs {
  private readonly channel = attempt(() => new BroadcastChannel('latchkey'));

  tell(change: TokenChange): void {
    attempt(() => this.channel?.postMessage(change));
  }

  onChange(listener: (change: TokenChange) => void): void {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isChange(data)) listener(data);
    });
  }
}

/** Other programs of this origin may speak on a channel of this name. */
function isChange(data: unknown): data is TokenChange {
  const { before, after } = (data ?? {}) as Partial<TokenChange>;
  return [before, after].every((token) => token === null || typeof token === 'string');
}
