import { startLatchkey } from './latchkey.mjs';
import { start } from './processes.mjs';
import { alternate } from './rounds.mjs';

export const title = 'start-up to first answer, built, warm database, ms';
export const bar = ['at most', 3];
export const against = 'a hello-world Nest on Fastify';

export async function measure() {
  // A server that stays holds the database, so that only the second's start is measured.
  const database = process.env.BENCH_DATABASE_URL ?? (await ownDatabase());
  const ours = () => firstAnswer(() => startLatchkey({ DATABASE_URL: database.url ?? database }));
  const hello = () => firstAnswer(() => start('bench/hello-nest.mjs'));
  await ours();
  await hello();
  const result = await alternate(7, ours, hello);
  await database.stop?.();
  return result;
}

async function firstAnswer(begin) {
  const from = performance.now();
  const { url, stop } = await begin();
  await fetch(`${url}/health/live`);
  const took = performance.now() - from;
  await stop();
  return took;
}

async function ownDatabase() {
  const { openEmbeddedPostgres } = await import('./embedded.mjs');
  return openEmbeddedPostgres();
}
