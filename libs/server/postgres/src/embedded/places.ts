import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { platform } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { CannotStart } from './cannot-start';
import { type Binaries, installedBinaries } from './binaries';
import { databaseUser, makeOwned, type RunAs } from './run-as';

/** Where root keeps what the database's user could not reach in the checkout. */
export const SHARED = '/var/lib/latchkey';

export interface Places {
  binaries: Binaries;
  data: string;
  user: RunAs;
}

/** Settles where the binaries and the data lie, so that the user who runs PostgreSQL can enter both. */
export function places(folder: string): Places {
  const wanted = resolve(folder);
  mkdirSync(dirname(wanted), { recursive: true });
  const user = databaseUser(wanted);
  const all = { binaries: reachableBinaries(user), data: reachableData(wanted, user), user };
  for (const path of [all.binaries.folder, all.data]) refuseForShell(path);
  return all;
}

/** pg_ctl hands these paths to a shell without quoting what they hold. */
function refuseForShell(path: string): void {
  if (!/["$`\\]/.test(path) || platform() === 'win32') return;
  throw new CannotStart(
    `PostgreSQL cannot be run from ${path}: a quote, $, \` or \\ in the path misleads it. Use another folder, or set DATABASE_URL.`,
  );
}

function reachableBinaries(user: RunAs): Binaries {
  const installed = installedBinaries();
  if (mayUse(user, join(installed.folder, 'bin/postgres'))) return installed;
  const copy = join(SHARED, `postgresql-${installed.version}`);
  if (!existsSync(copy)) copyBinaries(installed.folder, copy);
  return { ...installed, folder: copy };
}

/** Renamed into place when it is whole; where another process was first, its copy is as good. */
function copyBinaries(folder: string, copy: string): void {
  const draft = mkdtempSync(join(shared(), 'binaries-'));
  try {
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', draft]);
    renameSync(draft, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** `folder` itself, or a folder in SHARED to which `folder` is then a link, so that the data is found again. */
function reachableData(folder: string, user: RunAs): string {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return linkedData(folder);
  if (existsSync(folder) || mayUse(user, dirname(folder))) return folder;
  // A name of its own each time: whoever removes the link asks for a fresh database, not for the old one without its password.
  const elsewhere = mkdtempSync(join(shared(), `${basename(folder)}-`));
  makeOwned(elsewhere, user);
  symlinkSync(elsewhere, folder);
  return elsewhere;
}

function linkedData(link: string): string {
  if (existsSync(link)) return realpathSync(link);
  throw new CannotStart(
    `The data that ${link} leads to is gone. Bring it back, or remove the link to start with an empty database.`,
  );
}

/** SHARED, which anybody may enter whatever root's umask is. */
function shared(): string {
  mkdirSync(SHARED, { recursive: true });
  chmodSync(SHARED, 0o755);
  return SHARED;
}

/** True where `user` may enter this folder or run this program, in spite of all folders above; we ourselves may. */
const mayUse = (user: RunAs, path: string): boolean =>
  user.uid === undefined || spawnSync('test', ['-x', path], { ...user, cwd: '/' }).status === 0;
