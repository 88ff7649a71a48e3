import { type BoundedClient } from './bounded-client';

/** No space on the disk (53100, 53200), and a database that takes no writes for another reason (25006). */
const FULL = new Set(['53100', '53200']);
const READ_ONLY = '25006';
/** Milliseconds a disk counts as full after the last write that it refused. */
const REMEMBERED = 10_000;

/** The open connections of one pool, and what is learnt on one of them that matters to all. */
export class Connections {
  private readonly open = new Set<BoundedClient>();
  private fullUntil = -Infinity;

  /** True for ten seconds after a write that found no space: nothing but the next write can tell that there is some again. */
  get areFull(): boolean {
    return performance.now() < this.fullUntil;
  }

  add(client: BoundedClient): void {
    this.open.add(client);
    client.once('end', () => this.open.delete(client));
  }

  /** What `client` was answered. A connection to a database that was demoted is not used again, nor are its idle neighbours. */
  learn(code: string | undefined, client: BoundedClient): void {
    if (FULL.has(code ?? '')) this.fullUntil = performance.now() + REMEMBERED;
    if (code !== READ_ONLY) return;
    void client.end().catch(() => undefined);
    this.replaceIdle();
  }

  /** Cuts what is open and not in use; the pool opens new ones when it needs them. */
  replaceIdle(): void {
    for (const client of this.open) if (client.isIdle) client.cut('Replaced');
  }
}
