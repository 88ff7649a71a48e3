/** Classes of SQLSTATE that say "not now": connection (08), resources (53), operator (57), database closed (55000). */
const AWAY = /^(08|53|57|55000)/;
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
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query runner already released/i;

/** True where the database did not answer and the same call may go through later. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, errors } = (error ?? {}) as { code?: unknown; message?: unknown; errors?: unknown[] };
  if (Array.isArray(errors) && errors.some(isDatabaseAway)) return true;
  if (typeof code === 'string' && (UNREACHABLE.has(code) || (code.length === 5 && AWAY.test(code)))) return true;
  return typeof message === 'string' && DRIVER.test(message);
}
