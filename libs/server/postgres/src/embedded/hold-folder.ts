import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './cannot-start';

const SQLITE_BUSY = 5;

/** Another server runs from the same folder. */
export class AlreadyRunning extends CannotStart {
  constructor(folder: string, holder: string) {
    super(
      `Latchkey is already running from ${folder} (${holder}).\nStop it first, or give this one a folder and a port of its own: DATA_FOLDER=.data-2 PORT=3001.`,
    );
  }
}

/** Locks this process holds. A lock nobody refers to would be collected, and freed with that. */
const held = new Map<string, DatabaseSync>();

/**
 * Holds `folder` until this process ends; throws AlreadyRunning where another process holds it. The lock is SQLite's lock
 * on a file, which the system frees when a process dies, however it dies.
 */
export function holdFolder(folder: string, address: string): void {
  mkdirSync(folder, { recursive: true });
  const holder = join(folder, 'running.txt');
  const lock = opened(folder);
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw unusable(folder, error);
    throw new AlreadyRunning(folder, readFileSync(holder, { encoding: 'utf8', flag: 'a+' }) || 'it is just starting');
  }
  held.set(folder, lock);
  writeFileSync(holder, `process ${process.pid}, ${address}`);
}

function opened(folder: string): DatabaseSync {
  try {
    return new DatabaseSync(join(folder, 'lock'));
  } catch (error) {
    throw unusable(folder, error);
  }
}

const unusable = (folder: string, error: unknown): CannotStart =>
  new CannotStart(`${folder} cannot be used: ${(error as Error).message}. Does it belong to another user?`);
