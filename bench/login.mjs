import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { newcomer, post, startLatchkey } from './latchkey.mjs';
import { rate } from './pace.mjs';
import { alternate } from './rounds.mjs';

export const title = 'POST /auth/login at cost 12, logins/s';
export const bar = ['at least', 0.95];
export const against = 'the same hash in the same pool, without a server';

const threads = availableParallelism();
const callers = 2 * threads;

export async function measure() {
  const latchkey = await startLatchkey();
  const { email, password } = await newcomer(latchkey.url);
  const login = () => post(`${latchkey.url}/auth/login`, { email, password });
  const filename = join(import.meta.dirname, '../dist/apps/api/hashing-worker.js');
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads });
  const stored = await pool.run({ input: 'x'.repeat(64), cost: 12 }, { name: 'hash' });
  const hash = () => pool.run({ input: 'x'.repeat(64), stored }, { name: 'compare' });
  await rate(login, { callers, seconds: 2 });
  const result = await alternate(
    3,
    () => rate(login, { callers }),
    () => rate(hash, { callers }),
  );
  await Promise.all([latchkey.stop(), pool.destroy()]);
  return result;
}
