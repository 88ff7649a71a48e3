import { parseArgs } from 'node:util';
import { type Command } from './command';
import { commands } from './commands';
import { WrongUse } from './failures';
import { helpOf, overview } from './help';
import { stopSignal } from './stop-signal';

const WRONG_USE = 2;
/** What a shell says of a program that Ctrl-C ended. */
const STOPPED = 130;
const HELP = new Set(['--help', '-h', 'help']);

/** Runs the command that `args` name and answers the exit code: 0, 1 where it failed, 2 where the words make no sense. */
export async function run(args: string[]): Promise<number> {
  const signal = stopSignal();
  try {
    return await runCommand(args, signal);
  } catch (error) {
    // Loaded only now: --help answers without the packages that failures come from.
    const { explained } = await import('./explained');
    console.error(signal.aborted ? 'Stopped.' : explained(error));
    if (signal.aborted) return STOPPED;
    return error instanceof WrongUse ? WRONG_USE : 1;
  }
}

async function runCommand([name, ...rest]: string[], signal: AbortSignal): Promise<number> {
  if (name === undefined || HELP.has(name)) return show(overview(), name === undefined ? WRONG_USE : 0);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new WrongUse(`There is no command "${name}".\n\n${overview()}`);
  if (rest.some((word) => word === '--help' || word === '-h')) return show(helpOf(command), 0);
  const words = parsed(command, rest);
  const { loadSettingsFile } = await import('./settings');
  loadSettingsFile();
  const action = await command.load();
  return action({ ...words, signal });
}

function parsed({ options = {}, positionals: wanted, usage }: Command, args: string[]) {
  const usual = `Usage: npm run latchkey -- ${usage}`;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [fewest, most] = Array.isArray(wanted) ? wanted : [wanted, wanted];
    if (positionals.length < fewest || positionals.length > most) throw new WrongUse(usual);
    return { positionals, options: values as Record<string, string | boolean | undefined> };
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse(`${(error as Error).message.split('. ', 1)[0]}.\n${usual}`);
  }
}

function show(text: string, code: number): number {
  (code === 0 ? console.log : console.error)(text);
  return code;
}
