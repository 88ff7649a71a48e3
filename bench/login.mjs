import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { newcomer, post, startLatchkey } from './latchkey.mjs';
import { alternate } from './rounds.mjs';

export const title = 'POST /auth/login at cost 12, logins/s';
export const bar = ['at least', 0.95];
export const against = 'the same hash in the same pool, without a server';

const SECONDS = 8;
const threads = availableParallelism();

export async function measure() {
  const latchkey = await startLatchkey();
  const { email, password } = await newcomer(latchkey.url);
  const login = () => post(`${latchkey.url}/auth/login`, { email, password });
  const filename = join(import.meta.dirname, '../dist/apps/api/hashing-worker.js');
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads });
  const stored = await pool.run({ input: 'x'.repeat(64), cost: 12 }, { name: 'hash' });
  const hash = () => pool.run({ input: 'x'.repeat(64), stored }, { name: 'compare' });
  await perSecond(login, 2);
  const result = await alternate(
    3,
    () => perSecond(login),
    () => perSecond(hash),
  );
  await Promise.all([latchkey.stop(), pool.destroy()]);
  return result;
}

/** How often `act` is done a second with twice as many callers as threads. */
async function perSecond(act, seconds = SECONDS) {
  const from = performance.now();
  const until = from + seconds * 1000;
  let done = 0;
  const caller = async () => {
    while (performance.now() < until) {
      await act();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: 2 * threads }, caller));
  return (done * 1000) / (performance.now() - from);
}
