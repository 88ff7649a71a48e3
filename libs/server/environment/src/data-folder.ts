import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Latchkey keeps there. */
const OWN = ['/lock*', '/postgres*', '/running.txt', '/secrets.json*'];
const isOwn = (name: string): boolean => OWN.some((own) => name.startsWith(own.slice(1).replace('*', '')));

/**
 * Makes the folder of data and secrets, and has git leave out what Latchkey keeps there, wherever in a checkout it lies: all of
 * it, or our own files where others are in it too.
 */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, '.gitignore');
  const said = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = new Set(said.split('\n').map((line) => line.trim()));
  const wanted = readdirSync(folder).every((name) => isOwn(name) || name === '.gitignore') && !said ? ['*'] : OWN;
  const missing = wanted.filter((line) => !lines.has(line) && !lines.has('*'));
  if (missing.length > 0) appendFileSync(file, `${said && !said.endsWith('\n') ? '\n' : ''}${missing.join('\n')}\n`);
}
