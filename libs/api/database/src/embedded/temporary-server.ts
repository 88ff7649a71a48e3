import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, runningServer } from './cluster';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres';

const PREFIX = 'latchkey-test-server-';

/** A PostgreSQL for one test run: fast, nothing kept, removed by `stop()`. */
export async function temporaryServer(): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  const server = await openEmbeddedPostgres(join(folder, 'postgres'), {
    initdb: ['--no-sync'],
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 },
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, stop };
}

/** Stops and removes what test runs left behind that were killed. */
export function removeAbandonedServers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-', 1)[0]))) continue;
    const folder = join(tmpdir(), name);
    const server = runningServer(join(folder, 'postgres'));
    try {
      if (server) process.kill(server.pid, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's: theirs to remove.
    }
  }
}
