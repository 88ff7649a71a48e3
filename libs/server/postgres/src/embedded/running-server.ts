import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';

interface PidFile {
  pid: number;
  /** The data's path when the server started: the folder may have been moved since. */
  data: string;
  port: number;
}

/** Process and port of the server that runs on this data, as its postmaster.pid says; none where that process is gone. */
export function runningServer(data: string): PidFile | undefined {
  const file = pidFile(data);
  return file && isServerOf(file) ? file : undefined;
}

/**
 * Takes away a pid file whose number is another program's by now, as after a restart of the machine: PostgreSQL would take it
 * for a server. Any other stale file is left to PostgreSQL, which first makes sure that no process of the old server lives on.
 */
export function forgetStrangersNumber(data: string): void {
  const file = pidFile(data);
  if (file && isAlive(file.pid) && !isServerOf(file)) rmSync(join(data, 'postmaster.pid'));
}

/** True where a process has this number, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pidFile(data: string): PidFile | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, path, , port] = readFileSync(file, 'utf8').split('\n');
  return Number(pid) > 0 && path && Number(port) > 0 ? { pid: Number(pid), data: path, port: Number(port) } : undefined;
}

/** A number alone proves nothing, not even one of a PostgreSQL: the command has to name this data. */
function isServerOf({ pid, data }: PidFile): boolean {
  return isAlive(pid) && (platform() === 'win32' || commandOf(pid).includes(data));
}

/** Linux says it without `ps`, which small images lack. */
function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync(file)) return readFileSync(file, 'utf8');
  return spawnSync('ps', ['-ww', '-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout ?? '';
}
