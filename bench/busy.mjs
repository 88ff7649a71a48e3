import { newcomer, startLatchkey } from './processes.mjs';
import { alternate, load } from './rounds.mjs';

export const title = 'GET /auth/status while logins saturate the pool, p99 in ms';
export const bar = ['at most', 3];
export const against = 'its own p99 at idle';

const SECONDS = 5;

export async function measure() {
  const latchkey = await startLatchkey();
  const { email, token } = await newcomer(latchkey.url);
  const p99 = async () => {
    const paced = { connections: 4, seconds: SECONDS, overallRate: 400 };
    return (await load(`${latchkey.url}/auth/status`, token, paced)).latency.p99;
  };
  const loaded = async () => {
    const stop = saturate(latchkey.url, email);
    try {
      return await p99();
    } finally {
      await stop();
    }
  };
  await p99();
  const result = await alternate(3, loaded, p99);
  await latchkey.stop();
  return result;
}

/** Twelve people who mistype their password as fast as they can. */
function saturate(url, email) {
  let stopped = false;
  const body = JSON.stringify({ email, password: 'wrong' });
  const person = async () => {
    while (!stopped)
      await fetch(`${url}/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  };
  const people = Array.from({ length: 12 }, person);
  return async () => {
    stopped = true;
    await Promise.all(people);
  };
}
