/** The database that outlasts the server under measure: BENCH_DATABASE_URL, or an embedded one that a Latchkey keeps running. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLatchkey } from './latchkey.mjs';
import { folder } from './processes.mjs';

export async function openDatabase() {
  if (process.env.BENCH_DATABASE_URL) return { url: process.env.BENCH_DATABASE_URL, stop: async () => undefined };
  const keeper = await startLatchkey();
  const password = readFileSync(join(folder, 'data/postgres-password'), 'utf8');
  const [, , , port] = readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n');
  return { url: `postgres://latchkey:${password}@127.0.0.1:${port}/latchkey`, stop: keeper.stop };
}
