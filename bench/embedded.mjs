/** An embedded PostgreSQL that a Latchkey keeps running, and its address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLatchkey } from './latchkey.mjs';
import { folder } from './processes.mjs';

export async function openEmbeddedPostgres() {
  const keeper = await startLatchkey();
  const password = readFileSync(join(folder, 'data/postgres-password'), 'utf8');
  const [, , , port] = readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n');
  return { url: `postgres://latchkey:${password}@127.0.0.1:${port}/latchkey`, stop: keeper.stop };
}
