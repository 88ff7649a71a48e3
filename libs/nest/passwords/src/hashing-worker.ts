/** Runs in a worker thread; stands alone, since Node loads it as it lies here in development and from dist when built. */
import { compareSync, hashSync } from 'bcryptjs';
import { pbkdf2Sync, scryptSync, timingSafeEqual } from 'node:crypto';
import { platform, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import type { ForeignHash, ForeignPbkdf2, ForeignScrypt } from './foreign-hash';

// On Linux a priority belongs to the thread: hashing yields a little to the event loop, so that /auth/status stays fast, and keeps
// its share beside whatever else the machine runs (docs/decisions/0003).
const NICENESS = 2;
if (platform() === 'linux' && !isMainThread) setPriority(NICENESS);

export function hash({ input, cost }: { input: string; cost: number }): string {
  return hashSync(input, cost);
}

/**
 * A wrong input takes as long as for a hash of `cost`, where the stored one is cheaper: a further hash at each cost between the
 * two makes up the difference, since each takes twice as long as the one before.
 */
export function compare({ input, stored, cost }: { input: string; stored: string; cost: number }): boolean {
  if (compareSync(input, stored)) return true;
  for (let missing = Number(stored.slice(4, 6)); missing < cost; missing += 1) hashSync(input, missing);
  return false;
}

/** Checks a password against a hash that another program made, the way that program does. */
export function compareForeign({ password, hash }: { password: string; hash: ForeignHash }): boolean {
  // What people type arrives composed (NFC); the other program may have hashed it as it was typed.
  const forms = new Set([password.normalize('NFC'), password.normalize('NFD')]);
  return [...forms].some((form) => isForeign(form, hash));
}

function isForeign(password: string, hash: ForeignHash): boolean {
  if (hash.scheme === 'bcrypt') return isForeignBcrypt(password, hash.hash);
  const keys = hash.scheme === 'scrypt' ? [scryptKey(password, hash)] : pbkdf2Keys(password, hash);
  for (const key of keys) if (timingSafeEqual(key, hash.key)) return true;
  return false;
}

/** bcrypt reads 72 bytes and repeats short ones behind a NUL: "a" and "a\0a" are alike to it, though nobody chose the latter. */
function isForeignBcrypt(password: string, hash: string): boolean {
  return compareSync(password, hash) && !password.includes('\0');
}

function* pbkdf2Keys(password: string, { iterations, salt, key, digest }: ForeignPbkdf2): Generator<Buffer> {
  for (const count of iterations) yield pbkdf2Sync(password, salt, count, key.length, digest);
}

function scryptKey(password: string, { N, r, p, salt, key }: ForeignScrypt): Buffer {
  return scryptSync(password, salt, key.length, { N, r, p, maxmem: 128 * r * (N + p + 2) });
}
