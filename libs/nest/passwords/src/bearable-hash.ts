import { type Pepper } from './password-options';
import { type ForeignHash, parseForeignHash } from './foreign-hash';
import { parseStoredHash } from './stored-hash';

/** Each about three seconds of a core; a password that is not ASCII is tried in two forms. */
const MOST_BCRYPT_COST = 15;
const MOST_ITERATIONS = 3_000_000;
/** Memory times lanes: what scrypt works through, in bytes. */
const MOST_SCRYPT_BYTES = 256 * 1024 * 1024;

const UNKNOWN = 'This is no form of password hash that Latchkey knows';
const UNSOUND = 'The cost of this password hash makes no sense';
const TOO_DEAR = 'Checking this password hash would take too much time or memory';

/** Why a hash from elsewhere may not be stored: an unknown form, a pepper that is not here, a cost beyond bounds. */
export function hashProblem(stored: string, peppers: readonly Pepper[]): string | undefined {
  const own = parseStoredHash(stored);
  if (own && peppers.some(({ id }) => id === own.pepperId)) return bcryptProblem(own.bcrypt);
  if (own) return `This hash needs the pepper "${own.pepperId}", which PASSWORD_PEPPERS does not have`;
  const foreign = parseForeignHash(stored);
  return foreign ? costProblem(foreign) : UNKNOWN;
}

/** One hash that takes an hour to check would hold a hashing thread for that hour, at every try. */
function costProblem(hash: ForeignHash): string | undefined {
  if (hash.scheme === 'bcrypt') return bcryptProblem(hash.hash);
  if (hash.scheme === 'pbkdf2') {
    if (hash.iterations.some((count) => count < 1)) return UNSOUND;
    return hash.iterations.some((count) => count > MOST_ITERATIONS) ? TOO_DEAR : undefined;
  }
  const { N, r, p } = hash;
  // RFC 7914 §2: a power of two above 1, below 2 ** (128 * r / 8).
  if (N < 2 || !Number.isInteger(Math.log2(N)) || Math.log2(N) >= 16 * r || p < 1) return UNSOUND;
  return N * r * p * 128 > MOST_SCRYPT_BYTES ? TOO_DEAR : undefined;
}

function bcryptProblem(bcrypt: string): string | undefined {
  const cost = Number(bcrypt.slice(4, 6));
  return cost < 4 ? UNSOUND : cost > MOST_BCRYPT_COST ? TOO_DEAR : undefined;
}
