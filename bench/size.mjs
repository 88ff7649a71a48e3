import { openDatabase } from './database.mjs';
import { fill, otherDatabase } from './fill.mjs';
import { getRate } from './get-rate.mjs';
import { newcomer, startLatchkey } from './latchkey.mjs';
import { alternate } from './rounds.mjs';

export const title = 'GET /auth/status with 1,000,000 users and 3,000,000 sessions, requests/s';
export const bar = ['at least', 0.9];
export const against = 'the same with 1,000 users and 3,000 sessions';

/** Warm, as requests are; beside it what a replica that remembers nothing answers, one query a request. */
export async function measure() {
  const database = await openDatabase();
  const [small, large] = [await otherDatabase(database.url, 'small'), await otherDatabase(database.url, 'large')];
  const result = await compare(small, large, {}, 5);
  console.log('  And with nothing remembered:');
  const unremembered = await compare(small, large, { SESSION_CACHE_SIZE: '0' }, 3);
  await small.drop();
  await large.drop();
  await database.stop();
  return { ...result, unremembered: unremembered.ratio };
}

async function compare(small, large, settings, rounds) {
  const servers = [];
  for (const [{ url }, users] of [
    [small, 1_000],
    [large, 1_000_000],
  ]) {
    const server = await startLatchkey({ DATABASE_URL: url, ...settings });
    await fill(url, users);
    const { token } = await newcomer(server.url);
    const rate = (seconds) => getRate(`${server.url}/auth/status`, { authorization: `Bearer ${token}` }, seconds);
    await rate(2);
    servers.push({ rate, stop: server.stop });
  }
  const [few, many] = servers;
  const result = await alternate(
    rounds,
    () => many.rate(4),
    () => few.rate(4),
  );
  await Promise.all(servers.map(({ stop }) => stop()));
  return result;
}
