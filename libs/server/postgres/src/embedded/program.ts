import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Places } from './places';

/** Runs one of PostgreSQL's programs to its end; throws with what it said where it failed. */
export function program(name: 'initdb' | 'pg_ctl', args: string[], { binaries, user }: Places): Promise<void> {
  const child = spawn(join(binaries.folder, 'bin', name), args, {
    ...user,
    // PostgreSQL's user may not enter the folder we stand in.
    cwd: '/',
    // In a group of its own: an impatient second Ctrl-C must not cut a stop short.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // The server keeps the pipes open; `exit` comes when the program itself is done.
    child.on('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${name} failed (exit code ${code}): ${said.trim()}`));
    });
  });
}
