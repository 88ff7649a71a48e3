import { newcomer, secrets, start, startLatchkey } from './processes.mjs';
import { alternate, rate } from './rounds.mjs';

export const title = 'GET /auth/status, 64 connections, requests/s';
export const bar = ['at least', 0.3];
export const against = 'bare node:http with jsonwebtoken';

export async function measure() {
  const latchkey = await startLatchkey();
  const { token } = await newcomer(latchkey.url);
  const headers = { authorization: `Bearer ${token}` };
  const ANSWER = await (await fetch(`${latchkey.url}/auth/status`, { headers })).text();
  const bare = await start('bench/bare-server.mjs', { ...secrets, ANSWER });
  await Promise.all([rate(`${latchkey.url}/auth/status`, token, { seconds: 2 })]);
  await rate(bare.url, token, { seconds: 1 });
  const result = await alternate(
    5,
    () => rate(`${latchkey.url}/auth/status`, token),
    () => rate(bare.url, token),
  );
  await Promise.all([latchkey.stop(), bare.stop()]);
  return result;
}
