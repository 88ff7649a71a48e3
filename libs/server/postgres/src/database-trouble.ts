import { DeafListener, MigrationsLocked, UnfitDatabase } from '@latchkey/nest/database';
import { CannotStart } from './embedded';
import { DirectWayFails } from './direct-way-fails';

interface Details {
  code?: string;
  syscall?: string;
  message?: string;
  /** Only PostgreSQL's own errors have one. */
  severity?: string;
}

const POOLER =
  'That is a pooler: set DATABASE_DIRECT_URL to PostgreSQL itself or, in session mode, ignore_startup_parameters = statement_timeout, idle_in_transaction_session_timeout, options in PgBouncer.';
/** Of a socket in a folder, which `host` behind the question mark names. */
const SOCKET = new Set(['ENOENT', 'EACCES']);
const SILENT = /timeout|Connection terminated/i;
const DEAF =
  'LISTEN hears nothing of what is said through DATABASE_URL: that goes through a pooler, or DATABASE_DIRECT_URL leads elsewhere. Set DATABASE_DIRECT_URL to the same database without a pooler.';

/**
 * Why the database cannot be used, for whoever started a program on it; undefined where something else went wrong. Names the
 * setting and nothing of the address: in a wrong one the host or the port may be a piece of the password.
 */
export function databaseTrouble(error: unknown, setting = 'DATABASE_URL'): string | undefined {
  if (error instanceof DirectWayFails) return databaseTrouble(error.cause, 'DATABASE_DIRECT_URL');
  if (error instanceof CannotStart || error instanceof MigrationsLocked) return error.message;
  if (error instanceof DeafListener) return DEAF;
  const there = `PostgreSQL at ${setting}`;
  if (error instanceof UnfitDatabase) return `${there} ${error.message}.`;
  const { code = '', syscall, message = '', severity } = (error ?? {}) as Details;
  if (syscall === 'connect' && SOCKET.has(code))
    return `There is no socket of PostgreSQL where ${setting} looks for one.`;
  if (severity) return `${there} refuses: ${message}.${/startup parameter/.test(message) ? ` ${POOLER}` : ''}`;
  return unreachable(code, there, setting) ?? unwilling(code, message, there);
}

function unreachable(code: string, there: string, setting: string): string | undefined {
  const words = {
    ECONNREFUSED: `No PostgreSQL answers at ${setting}.`,
    ENOTFOUND: `There is no machine of the name that ${setting} has.`,
    EAI_AGAIN: `The name of the machine in ${setting} cannot be looked up.`,
    ETIMEDOUT: `${there} does not answer.`,
    EHOSTUNREACH: `The machine in ${setting} cannot be reached.`,
    ECONNRESET: `${there} broke the connection off.`,
  }[code];
  return words && `${words} Start it, or look at host and port; in development you may unset ${setting} instead.`;
}

/** What the driver says without a code, and what TLS says. */
function unwilling(code: string, message: string, there: string): string | undefined {
  if (/password must be/.test(message))
    return `${there} asks for a password, and there is none: set DATABASE_PASSWORD, or put it into the address.`;
  if (/not support SSL/.test(message))
    return `${there} has no TLS, and sslmode asks for it. On a network of your own leave sslmode out.`;
  if (/^(ERR_TLS|CERT|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code))
    return `${there} has a certificate that is not trusted (${code}): name its authority's file in sslrootcert, or take any with sslmode=no-verify.`;
  if (/SSL|EPROTO/.test(`${code} ${message}`)) return `${there} does not get along with sslmode: ${message}.`;
  return SILENT.test(message) ? `${there} does not answer.` : undefined;
}

/** Not answering yet (Node's codes), starting, full of connections (PostgreSQL, appendix A). */
const PASSING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  '57P03',
  '53300',
]);

/** True where the same database may do a little later, as one that starts beside the server. */
export function mayPass(error: unknown): boolean {
  if (error instanceof DirectWayFails) return mayPass(error.cause);
  if (error instanceof UnfitDatabase) return error.isPassing;
  const { code = '', syscall, message = '' } = (error ?? {}) as Details;
  return PASSING.has(code) || (syscall === 'connect' && SOCKET.has(code)) || SILENT.test(message);
}
