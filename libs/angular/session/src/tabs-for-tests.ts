/** Another tab of the browser, which jsdom has none of: what it tells, what it hears, and the lock it may hold. */
export class OtherTab implements Disposable {
  private readonly channel = new EventTarget();
  private queue = Promise.resolve<unknown>(undefined);
  readonly heard: unknown[] = [];

  constructor() {
    const channel = Object.assign(this.channel, { postMessage: (change: unknown) => this.heard.push(change) });
    Object.assign(globalThis, {
      BroadcastChannel: class {
        constructor() {
          return channel;
        }
      },
    });
    Object.assign(navigator, { locks: { request: this.request } });
  }

  tell(change: { before: string | null; after: string | null }): void {
    this.channel.dispatchEvent(new MessageEvent('message', { data: change }));
  }

  /** Holds the lock until the answer is called. */
  holdLock(): () => void {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    void navigator.locks.request('latchkey-refresh', {}, () => held);
    return release;
  }

  refuseLocks(): void {
    navigator.locks.request = () => Promise.reject(new DOMException('No storage', 'SecurityError'));
  }

  /** As Web Locks has it: `signal` ends the wait, not the work. */
  private readonly request = (_: string, { signal }: LockOptions, work: () => Promise<unknown>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const giveUp = () => reject(signal?.reason);
      signal?.addEventListener('abort', giveUp);
      this.queue = this.queue.then(() => {
        if (signal?.aborted) return undefined;
        signal?.removeEventListener('abort', giveUp);
        const outcome = work();
        resolve(outcome);
        return outcome.catch(() => undefined);
      });
    });

  [Symbol.dispose](): void {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    Reflect.deleteProperty(navigator, 'locks');
  }
}
