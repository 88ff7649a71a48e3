/** A hash that another program made, as the hashing threads check it. */
export type ForeignHash = ForeignBcrypt | ForeignPbkdf2 | ForeignScrypt;

export interface ForeignBcrypt {
  scheme: 'bcrypt';
  hash: string;
}

export interface ForeignPbkdf2 {
  scheme: 'pbkdf2';
  digest: Digest;
  /** More than one where the hash does not say: each is tried. */
  iterations: number[];
  salt: Uint8Array;
  key: Uint8Array;
}

export interface ForeignScrypt {
  scheme: 'scrypt';
  N: number;
  r: number;
  p: number;
  salt: Uint8Array;
  key: Uint8Array;
}

type Digest = 'sha1' | 'sha256' | 'sha512';

const KEY_BYTES: Record<Digest, number> = { sha1: 20, sha256: 32, sha512: 64 };
const SCRYPT_KEY_BYTES = 64;
const BCRYPT_BYTES = 72;

const BCRYPT = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
const WERKZEUG_PBKDF2 = /^pbkdf2:(sha1|sha256|sha512)(?::(\d{1,9}))?\$([^$\0]{1,1024})\$([0-9a-f]+)$/;
const WERKZEUG_SCRYPT = /^scrypt:(\d{1,9}):(\d{1,4}):(\d{1,4})\$([^$\0]{1,1024})\$([0-9a-f]+)$/;
const PASSLIB_PBKDF2 = /^\$pbkdf2-(sha256|sha512)\$(\d{1,9})\$([./A-Za-z0-9]{1,1400})\$([./A-Za-z0-9]+)$/;
const DJANGO_PBKDF2 = /^pbkdf2_(sha256)\$(\d{1,9})\$([^$\0]{1,1024})\$([+/A-Za-z0-9]+=*)$/;

/** The defaults of Werkzeug 2.0, 2.3, 3.1, 0.15, 0.12 and 0.9: its own check takes the one of whichever is installed. */
const WERKZEUG_ITERATIONS = [260_000, 600_000, 1_000_000, 150_000, 50_000, 1_000];

/** The hash that another program wrote as `stored`, recognised by its form; none where the form is unknown or unsound. */
export function parseForeignHash(stored: string): ForeignHash | undefined {
  if (BCRYPT.test(stored)) return { scheme: 'bcrypt', hash: stored };
  const parsed = werkzeugPbkdf2(stored) ?? passlibOrDjango(stored) ?? werkzeugScrypt(stored);
  // A key cut short would be easier to meet, and an empty one would be met by every password.
  return parsed && parsed.key.length === keyBytesOf(parsed) ? parsed : undefined;
}

/** True where others that go on otherwise would meet `hash` too: bcrypt reads 72 bytes, of whichever form it was made. */
export function mayBeCutOff(password: string, { scheme }: ForeignHash): boolean {
  const bytes = (['NFC', 'NFD'] as const).map((form) => Buffer.byteLength(password.normalize(form)));
  return scheme === 'bcrypt' && Math.max(...bytes) >= BCRYPT_BYTES;
}

function werkzeugPbkdf2(stored: string): ForeignPbkdf2 | undefined {
  const [found, digest, iterations, salt = '', key = ''] = WERKZEUG_PBKDF2.exec(stored) ?? [];
  if (!found) return undefined;
  const counts = iterations === undefined ? WERKZEUG_ITERATIONS : [Number(iterations)];
  return pbkdf2(digest, counts, Buffer.from(salt), Buffer.from(key, 'hex'));
}

function passlibOrDjango(stored: string): ForeignPbkdf2 | undefined {
  const [passlib, ...ab64] = PASSLIB_PBKDF2.exec(stored) ?? [];
  if (passlib) return pbkdf2(ab64[0], [Number(ab64[1])], fromAb64(ab64[2]), fromAb64(ab64[3]));
  const [django, digest, iterations, salt = '', key = ''] = DJANGO_PBKDF2.exec(stored) ?? [];
  if (!django) return undefined;
  return pbkdf2(digest, [Number(iterations)], Buffer.from(salt), Buffer.from(key, 'base64'));
}

function werkzeugScrypt(stored: string): ForeignScrypt | undefined {
  const [found, N, r, p, salt = '', key = ''] = WERKZEUG_SCRYPT.exec(stored) ?? [];
  if (!found) return undefined;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return { scheme: 'scrypt', ...cost, salt: Buffer.from(salt), key: Buffer.from(key, 'hex') };
}

const pbkdf2 = (digest: unknown, iterations: number[], salt: Buffer, key: Buffer): ForeignPbkdf2 => ({
  scheme: 'pbkdf2',
  digest: digest as Digest,
  iterations,
  salt,
  key,
});

/** passlib's base64: a dot in place of the plus, no padding. */
const fromAb64 = (text = ''): Buffer => Buffer.from(text.replaceAll('.', '+'), 'base64');

const keyBytesOf = (hash: ForeignPbkdf2 | ForeignScrypt): number =>
  hash.scheme === 'scrypt' ? SCRYPT_KEY_BYTES : KEY_BYTES[hash.digest];
