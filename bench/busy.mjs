import { newcomer, post, startLatchkey } from './latchkey.mjs';
import { paced, percentile } from './pace.mjs';
import { alternate } from './rounds.mjs';

export const title = 'GET /auth/status while logins saturate the pool, p99 in ms';
export const bar = ['at most', 3];
export const against = 'its own p99 at idle';

export async function measure() {
  const latchkey = await startLatchkey();
  const { email, password, token } = await newcomer(latchkey.url);
  const p99 = async () => percentile(await paced(`${latchkey.url}/auth/status`, token), 0.99);
  const p99Busy = async () => {
    const stop = saturate(`${latchkey.url}/auth/login`, { email, password });
    try {
      return await p99();
    } finally {
      await stop();
    }
  };
  await paced(`${latchkey.url}/auth/status`, token, { everyMs: 1 });
  const result = await alternate(7, p99Busy, p99);
  await latchkey.stop();
  return result;
}

/** Twelve people who sign in again as soon as they have; answers how to stop them. */
function saturate(url, credentials) {
  let isOver = false;
  const person = async () => {
    while (!isOver) await post(url, credentials);
  };
  const people = Promise.all(Array.from({ length: 12 }, person));
  people.catch(() => undefined);
  return () => ((isOver = true), people);
}
