import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres';
import { AlreadyRunning, holdFolder } from './hold-folder';
import { places } from './places';
import { runningServer } from './running-server';

/** A server that holds the folder may still be starting its database, or already stopping it. */
const PATIENCE = 30_000;
const PAUSE = 100;

export interface Visit {
  url: string;
  /** Stops the database, unless it is a running server's or another visitor is still there, who stops it then. */
  leave(): Promise<void>;
}

/** Visitors know of each other by their connections. */
const NAME = 'latchkey-visit';
const OTHERS = `SELECT FROM pg_stat_activity WHERE application_name = '${NAME}' AND pid <> pg_backend_pid()`;

/** The PostgreSQL of a data folder for a while: that of the server that runs there, else started for the visit. */
export async function visitEmbeddedPostgres(dataFolder: string, visitor: string): Promise<Visit> {
  const folder = join(dataFolder, 'postgres');
  const from = performance.now();
  for (;;) {
    const refusal = attemptToHold(dataFolder, visitor);
    if (!refusal || runningServer(places(folder).data)) {
      const server = await openEmbeddedPostgres(folder);
      const isOurs = () => !refusal || !attemptToHold(dataFolder, visitor);
      return visit(server, isOurs);
    }
    if (performance.now() - from > PATIENCE) throw refusal;
    await setTimeout(PAUSE);
  }
}

async function visit({ url, stop }: EmbeddedPostgres, isOurs: () => boolean): Promise<Visit> {
  const presence = new Client({ connectionString: url, application_name: NAME });
  // A server that stops takes its database along; whoever works on it is told by their own connection.
  presence.on('error', () => undefined);
  await presence.connect();
  const leave = async () => {
    const others = await presence.query(OTHERS).catch(() => undefined);
    await presence.end().catch(() => undefined);
    if (!others?.rowCount && isOurs()) await stop();
  };
  return { url, leave };
}

function attemptToHold(folder: string, visitor: string): AlreadyRunning | undefined {
  try {
    return void holdFolder(folder, visitor);
  } catch (error) {
    if (error instanceof AlreadyRunning) return error;
    throw error;
  }
}
