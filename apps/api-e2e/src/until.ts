import { setTimeout } from 'node:timers/promises';

/** Asks again and again until it is so. The test's own time limit is the only one. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(10);
}
