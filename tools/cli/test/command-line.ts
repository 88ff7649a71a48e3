import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');
export const main = join(root, 'dist/tools/cli/main.js');

export const settings = {
  JWT_SECRET: 'q8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp',
  PASSWORD_PEPPERS: 'p1:X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz',
  PASSWORD_COST: '4',
};

/** True where a command can be run as on a terminal. */
export const hasScript = spawnSync('script', ['--version']).status === 0;

const folders: string[] = [];
const children = new Set<ChildProcess>();
// What still runs then is left over from a test that failed.
afterAll(async () => {
  for (const child of children) child.kill('SIGTERM');
  while (children.size > 0) await pause(20);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder, removed when the file's tests are done. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-cli-'));
  folders.push(folder);
  return folder;
}

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** A command as it was built, in a process of its own, with these settings and no others. */
export class Running {
  out = '';
  err = '';
  /** How much of it was waited for. */
  private heard = 0;
  readonly outcome: Promise<Outcome>;

  private constructor(readonly child: ChildProcess) {
    children.add(child);
    child.once('exit', () => children.delete(child));
    child.stdout?.setEncoding('utf8').on('data', (text) => (this.out += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (this.err += text));
    // A command may end before it has read what it is given.
    child.stdin?.on('error', () => undefined);
    this.outcome = new Promise((resolve) =>
      child.once('close', (code) => resolve({ code, out: this.out, err: this.err })),
    );
  }

  static start(program: string, words: string[], env: Record<string, string>, cwd: string): Running {
    return new Running(spawn(program, words, { env: { ...settings, ...env }, cwd }));
  }

  /** Waits until the process has written this to standard output, behind what was waited for before. */
  async says(words: string): Promise<void> {
    let hasEnded = false;
    const end = this.outcome.then(() => (hasEnded = true));
    while (this.out.indexOf(words, this.heard) < 0) {
      if (hasEnded) throw new Error(`Ended without "${words}": ${this.out}${this.err}`);
      await Promise.race([end, pause(5)]);
    }
    this.heard = this.out.indexOf(words, this.heard) + words.length;
  }
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What was said besides how far an import is, which a slow machine says every ten seconds. */
export const withoutProgress = (err: string): string => err.replaceAll(/^\d+ % {2}.* left\n/gm, '');

/** Runs a command to its end; `input` is all of its standard input. */
export async function latchkey(words: string[], env: Record<string, string>, input = '', cwd = emptyFolder()) {
  const running = Running.start(process.execPath, [main, ...words], env, cwd);
  running.child.stdin?.end(input);
  return running.outcome;
}
