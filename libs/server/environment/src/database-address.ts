import { accessSync, constants } from 'node:fs';
import { z } from 'zod';

const FILES = ['sslrootcert', 'sslcert', 'sslkey'];
const SSL_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];
/** What the driver reads behind the question mark. */
const READ = new Set([
  ...FILES,
  ...['ssl', 'sslmode', 'sslnegotiation', 'uselibpqcompat', 'user', 'password', 'host', 'port', 'options'],
  ...['application_name', 'fallback_application_name', 'client_encoding', 'encoding', 'db', 'binary'],
  ...['statement_timeout', 'lock_timeout', 'query_timeout', 'idle_in_transaction_session_timeout'],
]);

/** The address of a PostgreSQL. Problems quote nothing of it: where a password is not encoded, any part may be the password's. */
export const databaseAddress = z.string().superRefine((text, context) => {
  const problem = problemOf(text);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

function problemOf(text: string): string | undefined {
  // An @ behind the host was meant to stand before it, and what is read as host, port or name is the password's middle.
  if (/^[^/]+:\/\/[^/?#]*[/?#].*@/.test(text))
    return 'the password has characters that must be encoded (/ as %2F, ? as %3F, # as %23, @ as %40), or set DATABASE_PASSWORD';
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol))
    return 'needs postgres://user:password@host:5432/database';
  if (!isDecodable(text)) return 'a % that stands for itself, as in a password, must be written %25';
  const asked = new URL(text).searchParams;
  const mode = asked.get('sslmode');
  if (mode !== null && !SSL_MODES.includes(mode)) return `sslmode must be one of ${SSL_MODES.join(', ')}`;
  return FILES.map((name) => unreadable(name, asked.get(name))).find(Boolean);
}

/** What the driver decodes, it can. */
function isDecodable(text: string): boolean {
  const { username, password, hostname, pathname } = new URL(text);
  try {
    for (const part of [username, password, hostname, pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

function unreadable(name: string, path: string | null): string | undefined {
  try {
    if (path) accessSync(path, constants.R_OK);
    return undefined;
  } catch (error) {
    return `the file that ${name} names cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
}

/** Names behind the question mark that the driver passes over. */
export const unreadIn = (address: string): string[] =>
  [...new Set(new URL(address).searchParams.keys())].filter((name) => !READ.has(name));
