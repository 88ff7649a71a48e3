/**
 * SQLSTATEs that say "not now": connection (08), resources (53), operator (57), system (58), database closed, no writes taken,
 * a lock not had in time, and a transaction that gave way to another (PostgreSQL, appendix A).
 */
const AWAY = /^(08|53|57|58|55000|25006|55P03|40001|40P01)/;
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
const DRIVER =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed and is not queryable|Query runner already released/i;

/** True where the database did not answer and the same call may go through later. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, errors } = (error ?? {}) as { code?: unknown; message?: unknown; errors?: unknown[] };
  if (Array.isArray(errors) && errors.some(isDatabaseAway)) return true;
  if (typeof code === 'string' && (UNREACHABLE.has(code) || (code.length === 5 && AWAY.test(code)))) return true;
  return typeof message === 'string' && DRIVER.test(message);
}
