import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InvalidEnvironment } from './invalid-environment';

const stored = z.object({ JWT_SECRET: z.string().min(32), PASSWORD_PEPPER: z.string().min(32) });
export type OwnSecrets = z.infer<typeof stored>;

const random = (): string => randomBytes(32).toString('base64url');

/** The secrets that development makes at its first start and keeps in `<folder>/secrets.json`, readable by the owner alone. */
export function ownSecrets(folder: string): OwnSecrets {
  const file = join(folder, 'secrets.json');
  return read(file) ?? create(file);
}

function read(file: string): OwnSecrets | undefined {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const { code = 'broken' } = error as NodeJS.ErrnoException;
    if (code === 'EACCES')
      throw new InvalidEnvironment([`${file} belongs to another user. Start as that one, or set another DATA_FOLDER.`]);
    throw new InvalidEnvironment([
      `${file} cannot be used (${code}). Restore it: without its pepper no stored password can be checked.`,
    ]);
  }
}

/** Written aside and linked into place, so that two first starts agree on one set and a crash leaves none half-written. */
function create(file: string): OwnSecrets {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ JWT_SECRET: random(), PASSWORD_PEPPER: random() }, null, 2)}\n`, {
    mode: 0o600,
  });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return read(file) as OwnSecrets;
}
