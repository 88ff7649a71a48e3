/** Runs in a worker thread; stands alone, since Node loads it as it lies here in development and from dist when built. */
import { compareSync, hashSync } from 'bcryptjs';
import { platform, setPriority } from 'node:os';

// On Linux a priority belongs to the thread: hashing yields to the event loop, so that /auth/status stays fast.
if (platform() === 'linux') setPriority(10);

export function hash({ input, cost }: { input: string; cost: number }): string {
  return hashSync(input, cost);
}

export function compare({ input, stored }: { input: string; stored: string }): boolean {
  return compareSync(input, stored);
}
