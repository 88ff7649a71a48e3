import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { keyJwk, type KeyJwk } from './key-jwk';

const keySet = z.object({ keys: z.array(keyJwk).min(1, 'it has no keys') });

/** The keys of a JWK Set (RFC 7517 §5) with their private parts. Throws an Error that says what is wrong, and no secret. */
export function readKeyFile(path: string): KeyJwk[] {
  const parsed = keySet.safeParse(contentOf(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${path} is not a set of keys: ${issue?.path.join('.')} ${issue?.message}`);
  }
  const { keys } = parsed.data;
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) throw new Error(`${path} has two keys of one kid.`);
  return keys;
}

/** Put in place as a whole, readable by the owner alone. */
export function writeKeyFile(path: string, keys: KeyJwk[]): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, keyFileText(keys), { mode: 0o600 });
  renameSync(draft, path);
}

const keyFileText = (keys: KeyJwk[]): string => `${JSON.stringify({ keys }, null, 2)}\n`;

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(code ? `${path} cannot be read (${code}).` : `${path} is not JSON.`, { cause: error });
  }
}
