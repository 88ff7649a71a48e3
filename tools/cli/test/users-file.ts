import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command-line';

export interface Vector {
  by: string;
  call: string;
  password: string;
  stored: string;
}

/** Hashes that bcrypt, Werkzeug, passlib and Django made. */
export const vectors = readFileSync(join(root, 'libs/nest/passwords/test/foreign-hashes.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Vector);

export const HEADER = 'email,username,password_hash,display_name,roles,is_active,admin,registered_on,notes';
/** bcrypt saw 72 bytes and no more: such a hash stays until a new password is chosen (docs/decisions/0010). */
export const wasCutShort = ({ password, stored }: Vector): boolean =>
  stored.startsWith('$2') && Buffer.byteLength(password.normalize('NFD')) >= 72;

const [{ stored: HASH }] = vectors as [Vector];

/** Lines that cannot be imported, and what is said of each. */
const broken: [(n: number) => string | Buffer, string][] = [
  [(n) => `broken${n},,${HASH},,,,,,`, 'email: Enter an e-mail address such as ada@example.com'],
  [
    (n) => `broken${n}@example.com,,secret,,,,,,`,
    'password_hash: This is no form of password hash that Latchkey knows',
  ],
  [(n) => `broken${n}@example.com,,,,,,,,`, 'password_hash: There is no password hash'],
  [(n) => `broken${n}@example.com,,${HASH},,editor,,,,`, 'roles: Latchkey has the roles user and admin'],
  [(n) => `broken${n}@example.com,,${HASH},,,maybe,,,`, 'is_active: Say true or false'],
  [
    (n) => `broken${n}@example.com,,${HASH},,,,,2017-02-30,`,
    'registered_on: Write a past moment such as 2017-08-13T17:21:52Z',
  ],
  [
    (n) => `broken${n}@example.com,a b,${HASH},,,,,,`,
    'username: Use letters from a to z, digits, dots, hyphens and underscores',
  ],
  [() => `,,${HASH},Nobody,,,,,`, 'There is neither an e-mail address nor a user name'],
  [(n) => `broken${n}@example.com,,${HASH}`, 'This line has 3 fields and the header 9'],
  [(n) => `broken${n}@example.com,"open,${HASH},,,,,,`, 'A quote is opened on this line and not closed'],
  [(n) => `broken${n}@example.com,a"b,${HASH},,,,,,`, 'A quote stands inside a field that is not quoted'],
  [(n) => `broken${n}@example.com,"a"b,${HASH},,,,,,`, 'Behind a closing quote stands more than a comma'],
  [
    (n) => `broken${n}@example.com,,${HASH},nul\0nul,,,,,`,
    'display_name: A name has no control characters, and none that nobody sees',
  ],
  [(n) => `broken${n}@example.com,,${HASH},,,,,,${'x'.repeat(70_000)}`, 'This line is longer than 65536 bytes'],
  [(n) => Buffer.from(`broken${n}@example.com,,${HASH},caf\xe9,,,,,`, 'latin1'), 'This line is not UTF-8'],
  [(n) => Buffer.from(`broken${n}@example.com,,${HASH},\xed\xa0\x80,,,,,`, 'latin1'), 'This line is not UTF-8'],
  [
    (n) => `broken${n}@example.com,,pbkdf2:sha256:99999999$salt$${'0'.repeat(64)},,,,,,`,
    'password_hash: Checking this password hash would take too much time or memory',
  ],
  [
    (n) => `b${n},,x,,,,x,,`,
    'email: Enter an e-mail address such as ada@example.com; password_hash: This is no form of password hash that Latchkey knows; admin: Say true or false',
  ],
];

export interface UsersFile {
  content: Buffer;
  /** What the report has to be. */
  report: string;
  refused: number;
}

/** A CSV file of `size` users, all forms of hashes in turn, with a broken one among each `every`. */
export function usersFile(size: number, every = 100): UsersFile {
  const lines: (string | Buffer)[] = [`\uFEFF${HEADER}`];
  const report = ['line,outcome,reason'];
  let line = 1;
  for (let n = 0; n < size; n += 1) {
    line += 1;
    const isBroken = n % every === every / 2;
    const [text, reason] = isBroken ? (broken[Math.floor(n / every) % broken.length] as (typeof broken)[0]) : [good];
    lines.push(text(n));
    if (reason) report.push(`${line},refused,"${reason}"`);
    if (String(text(n)).includes('\n')) line += 1;
  }
  const content = Buffer.concat(lines.flatMap((entry) => [Buffer.from(entry as string), Buffer.from('\r\n')]));
  return { content, report: `${report.join('\n')}\n`, refused: report.length - 1 };
}

/** One in ten has a name with quotes, one in fifty a note of two lines. */
function good(n: number): string {
  const name = n % 10 === 0 ? `"Ada ""the ${n}th"", Countess"` : `Ada ${n}`;
  const note = n % 50 === 1 ? '"two\r\nlines"' : '';
  return `${emailOf(n).toUpperCase()},user.${n},${vectorOf(n).stored},${name},user,1,f,2017-08-13 17:21:52.25+00,${note}`;
}

export const emailOf = (n: number): string => `user${n}@example.com`;
export const vectorOf = (n: number): Vector => vectors[n % vectors.length] as Vector;
