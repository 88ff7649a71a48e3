import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from './cannot-start';
import { type Places } from './places';
import { program } from './program';
import { makeOwned } from './run-as';

export const USER = 'latchkey';

/** Sorts by code point on every machine alike, and still knows Å for the capital of å. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Makes the cluster aside and renames it into place, so that one that was interrupted is simply made again. */
export async function initialise(places: Places, password: string, extra: string[]): Promise<void> {
  const { data, user } = places;
  removeDrafts(data);
  if (existsSync(join(data, 'PG_VERSION'))) return refuseOtherVersion(places);
  // A name of its own: the initdb of a process that was killed may still be writing.
  const draft = mkdtempSync(`${data}.new-`);
  makeOwned(draft, user);
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  try {
    const options = ['--auth=scram-sha-256', ...LOCALE, `--username=${USER}`];
    await program('initdb', ['-D', join(draft, 'cluster'), `--pwfile=${passwordFile}`, ...options, ...extra], places);
    renameSync(join(draft, 'cluster'), data);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function refuseOtherVersion({ data, binaries }: Places): void {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const ours = binaries.version.split('.', 1)[0];
  if (made === ours) return;
  throw new CannotStart(
    `${data} was made by PostgreSQL ${made}, and this is PostgreSQL ${ours}. Move its content over with pg_dump, or move the folder away to start with an empty database.`,
  );
}

/** Takes away what interrupted attempts left; one that is still being written fails by itself and is taken next time. */
function removeDrafts(data: string): void {
  const prefix = `${basename(data)}.new-`;
  for (const name of readdirSync(dirname(data)).filter((entry) => entry.startsWith(prefix))) {
    try {
      rmSync(join(dirname(data), name), { recursive: true, force: true });
    } catch {
      // Nobody uses it.
    }
  }
}
