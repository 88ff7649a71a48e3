import { type Command } from './command';
import { commands } from './commands';

/** All commands, a line each. */
export function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length)) + 2;
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`);
  return `npm run latchkey -- COMMAND\n\n${lines.join('\n')}\n\nMore about one: npm run latchkey -- COMMAND --help`;
}

export const helpOf = ({ usage, summary, details }: Command): string =>
  `npm run latchkey -- ${usage}\n\n${summary[0]?.toUpperCase()}${summary.slice(1)}.\n\n${details}`;
