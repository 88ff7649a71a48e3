import { databaseTrouble } from '@latchkey/server/postgres';
import { InvalidEnvironment } from '@latchkey/server/environment';
import { ApiFailure, isDatabaseAway } from '@latchkey/nest/http';
import { Refusal, WrongUse } from './failures';

const TOLD = [InvalidEnvironment, Refusal, WrongUse];

/** What may be wrong with a file, by its code; the rest is a defect of ours. */
const words: Record<string, string> = {
  ENOENT: 'There is no such file',
  EACCES: 'This may not be opened',
  EISDIR: 'This is a folder',
  ENOSPC: 'The disk is full',
  EROFS: 'Nothing can be written here',
};

/** A failure in a line or two, without a stack where it is one that was to be expected. */
export function explained(error: unknown): string {
  if (TOLD.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof ApiFailure)
    return error.fact.errors?.map(({ message }) => `${message}.`).join('\n') ?? error.message;
  const { code = '', path } = error as { code?: string; path?: string };
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  if (known) return path ? `${known}: ${path}` : known;
  const trouble = databaseTrouble(error) ?? (isDatabaseAway(error) && 'The connection to PostgreSQL broke off.');
  return trouble || (error instanceof Error ? (error.stack ?? error.message) : String(error));
}
