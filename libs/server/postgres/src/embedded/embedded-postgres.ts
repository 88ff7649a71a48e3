import { setTimeout } from 'node:timers/promises';
import { CannotStart } from './cannot-start';
import { initialise, USER } from './cluster';
import { makeDatabase } from './make-database';
import { passwordIn } from './password';
import { type Places, places } from './places';
import { program } from './program';
import { runningServer } from './running-server';
import { startServer } from './start-server';

const DATABASE = 'latchkey';
const WRONG_PASSWORD = '28P01';
/** What a server that was found says while it is still dying of a kill. */
const CUT_OFF = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', '57P01', '57P02', '57P03']);
const ATTEMPTS = 10;
const PAUSE = 100;

export interface EmbeddedPostgres {
  url: string;
  /** The folder where the data really lies. */
  data: string;
  /** True where a server left behind by a killed process was found running and is used on. */
  found: boolean;
  /** Stops the server; does nothing where it has stopped. */
  stop(): Promise<void>;
}

export interface Tuning {
  initdb?: string[];
  /** Settings as in postgresql.conf, without spaces. */
  settings?: Record<string, string | number>;
}

/**
 * Opens the PostgreSQL that lives in `folder`: made at the first call, found where it still runs, started where it does not.
 * It listens on a free port of 127.0.0.1 only. Throws with what PostgreSQL said where it would not start.
 */
export async function openEmbeddedPostgres(folder: string, tuning: Tuning = {}): Promise<EmbeddedPostgres> {
  const where = places(folder);
  const { data } = where;
  const passwordFile = `${folder}-password`;
  const password = passwordIn(passwordFile);
  await initialise(where, password, tuning.initdb ?? []);
  const stop = async () => {
    if (runningServer(data)) await program('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', data], where);
  };
  try {
    return { ...(await reached(where, password, tuning)), data, stop };
  } catch (error) {
    await stop();
    throw (error as { code?: string }).code === WRONG_PASSWORD ? otherPassword(data, passwordFile, error) : error;
  }
}

/** Finds the server or starts it, with our database in it. One that was killed may take a moment to die. */
async function reached(where: Places, password: string, tuning: Tuning, attempt = 1) {
  const running = runningServer(where.data);
  const port = running?.port ?? (await startServer(where, tuning.settings ?? {}));
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  try {
    await makeDatabase(url);
    return { url, found: running !== undefined };
  } catch (error) {
    if (!running || attempt === ATTEMPTS || !CUT_OFF.has((error as { code: string }).code)) throw error;
    await setTimeout(PAUSE);
    return reached(where, password, tuning, attempt + 1);
  }
}

const otherPassword = (data: string, file: string, cause: unknown): Error =>
  new CannotStart(
    `The database in ${data} has another password than ${file}. Put the old file back, or remove both to start with an empty database.`,
    { cause },
  );
