import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Client, type Notification } from 'pg';

/** What is said through the pool is not heard by who listens. */
export class DeafListener extends Error {
  constructor() {
    super('what is said through the pool is not heard');
  }
}

/** Says something nobody else says and waits until `listener` hears it. Throws DeafListener after `patience` milliseconds, or why it could not be said. */
export async function hearsItself(
  listener: Client,
  say: (payload: string) => Promise<void>,
  patience: number,
): Promise<void> {
  const payload = `echo:${randomUUID()}`;
  const { promise: heard, resolve } = Promise.withResolvers<void>();
  const hear = (notification: Notification) => notification.payload === payload && resolve();
  listener.on('notification', hear);
  const tooLate = new AbortController();
  try {
    await say(payload);
    const late = setTimeout(patience, undefined, { signal: tooLate.signal }).then(() =>
      Promise.reject(new DeafListener()),
    );
    await Promise.race([heard, late]);
  } finally {
    tooLate.abort();
    listener.off('notification', hear);
  }
}
