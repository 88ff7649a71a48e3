import { type ParseArgsConfig } from 'node:util';

/** What was written behind the command's name. */
export interface Words {
  positionals: string[];
  options: Record<string, string | boolean | undefined>;
  /** Aborted when the command is asked to stop. */
  signal: AbortSignal;
}

/** What a command does; answers the exit code. */
export type Action = (words: Words) => Promise<number>;

/** One command as --help shows it. Its code is loaded only when it is run. */
export interface Command {
  usage: string;
  summary: string;
  /** More lines for the command's own --help. */
  details: string;
  options?: NonNullable<ParseArgsConfig['options']>;
  /** How many words it takes, or the fewest and the most. */
  positionals: number | [fewest: number, most: number];
  load(): Promise<Action>;
}
