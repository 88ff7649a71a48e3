import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres';
import { isOurFolder, ownData } from './own-data';
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

/**
 * Stops and removes what test runs left behind that were killed. Anybody may put names into the temporary folder: nothing is
 * touched but folders of our own, no link out of them is followed, and only a server of the very data found there is stopped.
 */
export function removeAbandonedServers(place = tmpdir()): void {
  for (const name of readdirSync(place).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-', 1)[0]))) continue;
    const folder = join(place, name);
    try {
      if (isOurFolder(folder)) removeServer(folder);
    } catch {
      // Used again at this moment: the next run removes it.
    }
  }
}

function removeServer(folder: string): void {
  const data = ownData(join(folder, 'postgres'));
  const server = data && runningServer(data);
  if (server && server.data === data) process.kill(server.pid, 'SIGQUIT');
  for (const gone of [data, folder]) if (gone) remove(gone);
}

/** Links are removed and not followed. The server's processes may still be writing their last. */
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
