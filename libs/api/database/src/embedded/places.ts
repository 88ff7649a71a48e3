import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, realpathSync, renameSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { binariesFolder } from './binaries';
import { databaseUser, mayEnter, type RunAs } from './run-as';

/** Where root keeps what the database's user could not reach in the checkout. */
const SHARED = '/var/lib/latchkey';

export interface Places {
  binaries: string;
  data: string;
  user: RunAs;
}

/** Settles where the binaries and the data lie, so that the user who runs PostgreSQL can enter both. */
export function places(folder: string): Places {
  mkdirSync(dirname(folder), { recursive: true });
  const user = databaseUser(folder);
  return { binaries: reachableBinaries(user), data: reachableData(folder, user), user };
}

function reachableBinaries(user: RunAs): string {
  const installed = binariesFolder();
  if (mayEnter(user, installed)) return installed;
  const copy = join(SHARED, `postgresql-${fingerprint(installed)}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(installed, draft, { recursive: true, verbatimSymlinks: true });
  renameSync(draft, copy);
  return copy;
}

/** `folder` itself, or a folder in SHARED to which `folder` is then a link, so that the data is found again. */
function reachableData(folder: string, user: RunAs): string {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return realpathSync(folder);
  if (existsSync(folder) || mayEnter(user, dirname(folder))) return folder;
  const elsewhere = join(SHARED, `${basename(folder)}-${fingerprint(folder)}`);
  mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  makeOwned(elsewhere, user);
  symlinkSync(elsewhere, folder);
  return elsewhere;
}

/** Makes a folder that only `user` enters. */
export function makeOwned(folder: string, { uid, gid }: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

const fingerprint = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12);
