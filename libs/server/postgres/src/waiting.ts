import { Logger } from '@nestjs/common';
import { databaseTrouble } from './database-trouble';

/** Tries, and milliseconds between them. */
const TRIES = 10;
const PAUSE = 3_000;
/** `cannot_connect_now`: PostgreSQL is there and still starting (PostgreSQL, appendix A). */
const STARTING = '57P03';

/** How the server waits for a database that starts beside it: half a minute, and only for one that does not answer. */
export const waiting = {
  retryAttempts: TRIES,
  retryDelay: PAUSE,
  toRetry: (error: { code?: string; severity?: string }): boolean => {
    const isStarting = error.code === STARTING;
    const trouble = isStarting ? 'PostgreSQL at DATABASE_URL is starting.' : databaseTrouble(error);
    if (!trouble || (error.severity && !isStarting)) return false;
    new Logger('Database').warn(`${trouble} Trying again in ${PAUSE / 1000} seconds, ${TRIES} times in all.`);
    return true;
  },
};
