import { CannotStart } from './embedded';

interface Details {
  code?: string;
  port?: number;
  hostname?: string;
  message?: string;
  /** Only PostgreSQL's own errors have one. */
  severity?: string;
}

/** Why the database cannot be used, for whoever started a program on it; undefined where something else went wrong. */
export function databaseTrouble(error: unknown): string | undefined {
  const { code = '', port, hostname, message, severity } = (error ?? {}) as Details;
  if (error instanceof CannotStart) return message;
  if (severity) return `PostgreSQL at DATABASE_URL refuses: ${message}.`;
  const unreachable = {
    ECONNREFUSED: `No PostgreSQL answers at DATABASE_URL (port ${port}).`,
    ENOTFOUND: `There is no machine called ${hostname}, as HOST or DATABASE_URL has it.`,
    EAI_AGAIN: `The name ${hostname}, in HOST or DATABASE_URL, cannot be looked up.`,
    ETIMEDOUT: 'The machine in DATABASE_URL does not answer.',
    EHOSTUNREACH: 'The machine in DATABASE_URL cannot be reached.',
    ECONNRESET: 'PostgreSQL at DATABASE_URL broke the connection off.',
  }[code];
  return unreachable && `${unreachable} Start it; in development you may unset DATABASE_URL instead.`;
}
