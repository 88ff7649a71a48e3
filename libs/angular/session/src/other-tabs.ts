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
  private readonly channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('latchkey');

  tell(change: TokenChange): void {
    this.channel?.postMessage(change);
  }

  onChange(listener: (change: TokenChange) => void): void {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<TokenChange>) => listener(data));
  }
}
