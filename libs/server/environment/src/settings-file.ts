import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { InvalidEnvironment } from './invalid-environment';
import { withoutMeaning } from './look-alikes';

/**
 * Takes the settings in `.env` into the process's environment, where they are not set already. Answers what in the file has no
 * effect, a sentence each; throws InvalidEnvironment where there is such a thing and it cannot be read.
 */
export function loadSettingsFile(file = '.env', into: NodeJS.ProcessEnv = process.env): string[] {
  const bytes = bytesOf(file);
  if (!bytes) return [];
  const text = textOf(bytes);
  if (text === undefined) throw new InvalidEnvironment([`${file} is no text in UTF-8. Save it as UTF-8.`]);
  const settings = parseEnv(text);
  for (const [name, value] of Object.entries(settings)) into[name] ??= value;
  return [
    ...strayLines(text).map((words) => `${file}: ${words}`),
    ...withoutMeaning(Object.keys(settings), { own: true }),
  ];
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR')
      throw new InvalidEnvironment([
        `${file} is a folder, as docker makes one for a file it does not find. Remove it.`,
      ]);
    throw new InvalidEnvironment([`${file} cannot be read (${code}). Make it readable for this user, or remove it.`]);
  }
}

/** UTF-8 or UTF-16, with or without a byte order mark, whatever ends its lines; undefined where it is something else. */
function textOf(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function encodingOf([first, second]: Buffer): string {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8';
}

/** Lines that are neither a setting nor a comment, and settings made twice. A value in quotes may have several lines. */
function strayLines(text: string): string[] {
  const lines = text.replace(/=\s*(["'`])[^]*?\1/g, '=').split('\n');
  const names = lines.map((line) => /^\s*(?:export\s+)?([\w.-]+)\s*=/.exec(line)?.[1]);
  const twice = names.filter((name, at) => name !== undefined && names.indexOf(name) < at);
  return [
    ...lines
      .filter((line, at) => !names[at] && !/^\s*(#|$)/.test(line))
      .map((line) => `"${/^[\w.-]{0,12}/.exec(line.trim())?.[0]}…" is no NAME=value and does nothing.`),
    ...new Set(twice.map((name) => `${name} is set twice; the last counts.`)),
  ];
}
