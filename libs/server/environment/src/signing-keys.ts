import { asymmetricKeys, readKeyFile, type SigningKey } from '@latchkey/nest/keys';
import { InvalidEnvironment } from './invalid-environment';

/** JWT_KEYS_FILE by itself, for who makes the file: the settings as a whole ask for its keys. */
export const keysFile = (): string | undefined => process.env['JWT_KEYS_FILE'] || undefined;

/** The keys in the file at `path`, newest first. Throws InvalidEnvironment where none of them signs now. */
export function signingKeysIn(path: string): SigningKey[] {
  const keys = keysIn(path);
  const now = Date.now() / 1000;
  if (keys.some(({ signs, from, until }) => signs && from <= now && now < until)) return keys;
  throw new InvalidEnvironment([`JWT_KEYS_FILE: none of the keys in ${path} signs now; make one with "keys new".`]);
}

function keysIn(path: string): SigningKey[] {
  try {
    return asymmetricKeys(readKeyFile(path));
  } catch (error) {
    throw new InvalidEnvironment([`JWT_KEYS_FILE: ${(error as Error).message}`]);
  }
}
