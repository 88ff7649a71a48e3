import { openDatabase } from './database.mjs';
import { startLatchkey } from './latchkey.mjs';
import { start } from './processes.mjs';
import { alternate } from './rounds.mjs';

export const title = 'start-up to first answer, built, warm database, ms';
export const bar = ['at most', 3];
export const against = 'a hello-world Nest on Fastify';

export async function measure() {
  const database = await openDatabase();
  const ours = () => timed(() => startLatchkey({ DATABASE_URL: database.url }));
  const hello = () => timed(startHello);
  await ours();
  await hello();
  const result = await alternate(7, ours, hello);
  await database.stop();
  return result;
}

async function startHello() {
  const hello = await start('bench/hello-nest.mjs');
  const { status } = await fetch(hello.url);
  if (status !== 200) throw new Error(`The hello world answered ${status}.`);
  return hello;
}

/** Milliseconds until `begin` has had its first answer. */
async function timed(begin) {
  const from = performance.now();
  const { stop } = await begin();
  const took = performance.now() - from;
  await stop();
  return took;
}
