import { lstatSync, readlinkSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { SHARED } from './places';

const WRITABLE_BY_OTHERS = 0o022;

/** True for a folder, and no link to one, that this user made and nobody else may write to. */
export function isOurFolder(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & WRITABLE_BY_OTHERS) === 0);
}

/** Where the data of a folder lies: there, or where root keeps what others must reach; nothing for a link to anywhere else. */
export function ownData(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return path;
  if (!stats?.isSymbolicLink() || !isOurFolder(SHARED)) return undefined;
  const target = readlinkSync(path);
  const isThere = dirname(target) === SHARED && basename(target).startsWith(`${basename(path)}-`);
  return isThere && lstatSync(target, { throwIfNoEntry: false })?.isDirectory() ? target : undefined;
}
