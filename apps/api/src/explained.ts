import { databaseTrouble } from '@latchkey/server/postgres';
import { InvalidEnvironment } from '@latchkey/server/environment';

/** What Node says of a failure. */
interface Details {
  code?: string;
  syscall?: string;
  path?: string;
  port?: number;
  address?: string;
}

/** A failure to start, for the one who started it: a sentence where we know what to do, else the failure as it is. */
export function explained(error: unknown): unknown {
  if (error instanceof InvalidEnvironment) return error.message;
  const details = error as Details;
  if (details.syscall === 'listen') return listening(details);
  const trouble = databaseTrouble(error);
  if (trouble) return trouble;
  if (details.path) return `${details.path} cannot be used (${details.code}). DATA_FOLDER says where data is kept.`;
  return error;
}

function listening({ code, port, address }: Details): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what is using it, or choose another: PORT=${Number(port) + 1} npm start.`;
  if (code === 'EACCES') return `Port ${port} is for the system's services. Choose one above 1023: PORT=3000.`;
  return `HOST=${address} is no address of this machine (${code}). Use localhost, or 0.0.0.0 for all of its addresses.`;
}
