/** The servers under measure and the builds before them, each in a process of its own, all stopped at the end however it comes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
export const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const running = new Set();
let ending = false;

/** Milliseconds a process has to end by itself. */
const PATIENCE = 12_000;

/** A child process that ends with the bench; `onText` gets whatever it prints, and `onTrouble` what it complains of. */
export function launch(command, args, { onText, onTrouble = onText, ...options }) {
  if (ending) throw new Error('The bench is ending.');
  const child = spawn(command, args, options);
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.stdout.on('data', onText);
  child.stderr.on('data', onTrouble);
  return child;
}

/** Starts a script that prints its address; answers the address once it does, and how to stop it. */
export function start(script, env = {}) {
  return new Promise((resolve, reject) => {
    let said = '';
    const onText = (text) => {
      said += text;
      const url = /Site +(http:\S+)/.exec(said)?.[1];
      if (url) resolve({ url, stop: () => end(child) });
    };
    const options = {
      env: { PATH: process.env.PATH, ...env },
      cwd: folder,
      onText,
      onTrouble: (text) => process.stderr.write(text),
    };
    const child = launch(process.execPath, [join(root, script)], options);
    child.once('exit', () => reject(new Error(`${script} ended. ${said}`)));
  });
}

async function end(child) {
  if (!running.has(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(late);
}

/** Stops whatever runs, and lets nothing start any more. */
export async function stopAll() {
  ending = true;
  await Promise.all([...running].map(end));
  rmSync(folder, { recursive: true, force: true });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (!ending) stopAll().finally(() => process.exit(130));
  });
