/** Tells this browser's other tabs that the stored token changed, and hears it from them. Silent where there is no channel. */
export class OtherTabs {
  private readonly channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('latchkey');

  tell(): void {
    this.channel?.postMessage('changed');
  }

  onChange(listener: () => void): void {
    this.channel?.addEventListener('message', listener);
  }
}
