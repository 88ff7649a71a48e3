import { deflateRawSync } from 'node:zlib';

/** Bits below which a secret was made by hand: 32 random characters have some 140, 32 hexadecimal ones 110. */
const FEWEST_BITS = 80;
const EXAMPLE = /change.?me|example|secret|my_precious|password|secure|default|jwt.?key|latchkey|qwerty|asdfgh/i;
/** Bytes that deflate adds to what it cannot shorten. */
const FRAME = 2;

/** What is wrong with a secret of `least` bits, in words; undefined where it may be a random one. */
export function secretProblem(secret: string, least = FEWEST_BITS): string | undefined {
  if (EXAMPLE.test(secret)) return 'looks like an example; use a random one, such as "openssl rand -base64 48" makes';
  if (bitsOf(secret) < least) return 'repeats itself or is too easy to guess; use what "openssl rand -base64 48" makes';
  return undefined;
}

/**
 * At most as many bits as the secret can have: Shannon's entropy of its signs, or of the steps between them where it runs on, by
 * as many signs as are left when repetitions are counted once.
 */
function bitsOf(secret: string): number {
  const codes = [...secret].map((sign) => sign.codePointAt(0) as number);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] as number));
  const length = Math.min(codes.length, deflateRawSync(secret, { level: 9 }).length - FRAME);
  return Math.min(entropyOf(codes), entropyOf(steps)) * length;
}

/** Bits a value. */
function entropyOf(values: number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / values.length);
  return shares.reduce((bits, share) => bits - share * Math.log2(share), 0);
}
