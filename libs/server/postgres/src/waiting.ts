import { Logger } from '@nestjs/common';
import { databaseTrouble, mayPass } from './database-trouble';

/** Tries, and milliseconds between them. */
const TRIES = 10;
const PAUSE = 3_000;

/** How the server waits for a database that starts beside it: half a minute, and only for one that may yet do. */
export const waiting = {
  retryAttempts: TRIES,
  retryDelay: PAUSE,
  toRetry: (error: unknown): boolean => {
    if (!mayPass(error)) return false;
    const trouble = databaseTrouble(error);
    new Logger('Database').warn(`${trouble} Trying again in ${PAUSE / 1000} seconds, ${TRIES} times in all.`);
    return true;
  },
};
