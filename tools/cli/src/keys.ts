import { keysFile } from '@latchkey/server/environment';
import { addKey, type AsymmetricAlgorithm, type KeyJwk, makeKey, readKeyFile, writeKeyFile } from '@latchkey/nest/keys';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Words } from './command';
import { Refusal, WrongUse } from './failures';
import { keyTable, timeOf } from './key-table';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const ALGORITHMS: AsymmetricAlgorithm[] = ['ES256', 'RS256'];

/** Makes, lists and retires the keys in JWT_KEYS_FILE. */
export async function keys({ positionals: [what, kid], options }: Words): Promise<number> {
  const file = resolve(String(options['file'] ?? keysFile() ?? 'keys.json'));
  const known = existsSync(file) ? readKeys(file) : [];
  if (what === 'new' && kid === undefined) return addNew(file, known, options);
  if (what === 'list' && kid === undefined) return list(file, known);
  if (what === 'retire' && kid !== undefined) return retire(file, known, kid);
  throw new WrongUse('Say "keys new", "keys list" or "keys retire KID".');
}

/** The first key signs at once; a later one when every replica has had time to read the file. */
function addNew(file: string, known: KeyJwk[], options: Words['options']): number {
  const alg = ALGORITHMS.find((name) => name === String(options['alg'] ?? 'ES256').toUpperCase());
  if (!alg) throw new WrongUse(`--alg is ${ALGORITHMS.join(' or ')}.`);
  const minutes = wholeNumber(options, 'in', known.length === 0 ? 0 : 60);
  const days = wholeNumber(options, 'keep', 31);
  const now = secondsNow();
  const added = makeKey(alg, { now, from: now + minutes * MINUTE });
  writeKeyFile(file, addKey(known, added, days * DAY));
  const begins = timeOf(added.nbf as number);
  console.log(`${file} has a new key, ${added.kid} (${alg}).`);
  if (known.length === 0) console.log(`Start the server with JWT_KEYS_FILE=${file}.`);
  else
    console.log(
      `It signs from ${begins}: restart every replica before. The older keys check until ${days} days after that.`,
    );
  return 0;
}

function list(file: string, known: KeyJwk[]): number {
  if (known.length === 0) throw new Refusal(`There is no ${file}. Make a key with "keys new".`);
  console.log(keyTable(known, secondsNow()));
  return 0;
}

/** At once, as for a key that somebody else has seen: what it signed is refused after a restart. */
function retire(file: string, known: KeyJwk[], kid: string): number {
  const now = secondsNow();
  const rest = known.filter((key) => key.kid !== kid);
  if (rest.length === known.length) throw new Refusal(`${file} has no key ${kid}.`);
  if (!rest.some(({ nbf, exp = Infinity, d }) => d && (nbf ?? 0) <= now && now < exp))
    throw new Refusal(`No other key signs now. Make one first, which signs at once: keys new --in 0.`);
  writeKeyFile(
    file,
    known.map((key) => (key.kid === kid ? { ...key, exp: now } : key)),
  );
  console.log(`${kid} is retired. Restart every replica: from then on its tokens are refused.`);
  return 0;
}

function readKeys(file: string): KeyJwk[] {
  try {
    return readKeyFile(file);
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}

function wholeNumber(options: Words['options'], name: string, usual: number): number {
  const given = options[name] ?? usual;
  const number = Number(given);
  if (!Number.isSafeInteger(number) || number < 0 || number > 100_000)
    throw new WrongUse(`--${name} needs a whole number, not "${given}".`);
  return number;
}

const secondsNow = (): number => Math.floor(Date.now() / 1000);
