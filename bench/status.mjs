import { getRate } from './get-rate.mjs';
import { newcomer, secrets, startLatchkey } from './latchkey.mjs';
import { start } from './processes.mjs';
import { alternate } from './rounds.mjs';

export const title = 'GET /auth/status, 64 connections, requests/s';
export const bar = ['at least', 1];
export const against = 'bare node:http with jsonwebtoken';

export async function measure() {
  const latchkey = await startLatchkey();
  const { token } = await newcomer(latchkey.url);
  const headers = { authorization: `Bearer ${token}` };
  const ANSWER = await (await fetch(`${latchkey.url}/auth/status`, { headers })).text();
  const bare = await start('bench/bare-server.mjs', { ...secrets, ANSWER });
  const ours = (seconds) => getRate(`${latchkey.url}/auth/status`, headers, seconds);
  const theirs = (seconds) => getRate(bare.url, headers, seconds);
  await ours(3);
  await theirs(1);
  const result = await alternate(
    5,
    () => ours(4),
    () => theirs(4),
  );
  await Promise.all([latchkey.stop(), bare.stop()]);
  return result;
}
