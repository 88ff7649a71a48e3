import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres';
import { isAlive, runningServer } from './running-server';

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
    for (const gone of [server.data, folder]) remove(gone);
  };
  return { ...server, stop };
}

/** Stops and removes what test runs left behind that were killed. */
export function removeAbandonedServers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-', 1)[0]))) continue;
    const folder = join(tmpdir(), name);
    const data = join(folder, 'postgres');
    try {
      const server = runningServer(data);
      if (server) process.kill(server.pid, 'SIGQUIT');
      if (existsSync(data)) remove(realpathSync(data));
      remove(folder);
    } catch {
      // Another user's: theirs to remove.
    }
  }
}

/** The server's processes may still be writing their last. */
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
