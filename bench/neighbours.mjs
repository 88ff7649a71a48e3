import { availableParallelism } from 'node:os';
import { newcomer, post, startLatchkey } from './latchkey.mjs';
import { paced, percentile, rate } from './pace.mjs';
import { launch } from './processes.mjs';
import { alternate, round } from './rounds.mjs';

export const title = 'POST /auth/login beside two busy neighbours, logins/s';
export const bar = ['at least', 0.3];
export const against = 'its own rate alone';

const NEIGHBOURS = 2;
const LOOP = 'for (;;) Math.random();';

/** Hashing keeps its share beside programs that take all they get; prints how long /auth/status takes meanwhile. */
export async function measure() {
  const latchkey = await startLatchkey();
  const { email, password, token } = await newcomer(latchkey.url);
  const logins = () =>
    rate(() => post(`${latchkey.url}/auth/login`, { email, password }), { callers: 2 * availableParallelism() });
  const late = [];
  const crowded = async () => {
    const neighbours = Array.from({ length: NEIGHBOURS }, () =>
      launch(process.execPath, ['-e', LOOP], { onText() {} }),
    );
    try {
      const [perSecond, took] = await Promise.all([logins(), paced(`${latchkey.url}/auth/status`, token)]);
      late.push(percentile(took, 0.99));
      return perSecond;
    } finally {
      for (const neighbour of neighbours) neighbour.kill('SIGKILL');
    }
  };
  await logins();
  const result = await alternate(3, crowded, logins);
  console.log(`  /auth/status meanwhile, p99: ${late.map((ms) => `${round(ms)} ms`).join(', ')} (wanted: at most 20)`);
  await latchkey.stop();
  return result;
}
