import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeOwned, type Places } from './places';
import { program } from './program';

export const USER = 'latchkey';

/** Makes the cluster aside and renames it into place, so that one that was interrupted is simply made again. */
export async function initialise(places: Places, password: string, extra: string[]): Promise<void> {
  const { data, user } = places;
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  makeOwned(draft, user);
  const passwordFile = join(tmpdir(), `latchkey-${crypto.randomUUID()}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  try {
    const options = [
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
    ];
    await program('initdb', ['-D', draft, ...options, ...extra], places);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
}

/** Process and port of the server that runs on this data, as its postmaster.pid says; none where that process is gone. */
export function runningServer(data: string): { pid: number; port: number } | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 && isPostgres(pid) ? { pid, port } : undefined;
}

/** Its number alone proves nothing: after a restart of the machine it may be any program's. */
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (platform() === 'win32') return true;
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'state=,comm='], { encoding: 'utf8' });
  return stdout === null || /^[^Z\s]\S*\s+.*postgres/.test(stdout.trim());
}

/** True where a process has this number, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
