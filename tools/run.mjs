/** Runs a program to its end. */
import { spawn } from 'node:child_process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Answers the exit code, 1 where a signal ended the program; throws where it cannot be started. Signals that come meanwhile
 * are handed on. Ctrl-C reaches the program by itself too: ours heed the first signal only. `onText` gets what a piped
 * program prints.
 */
export function run(command, args, { onText, ...options } = {}) {
  const child = spawn(command, args, { stdio: 'inherit', shell: isShim(command), ...options });
  const handOn = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, handOn);
  child.stdout?.setEncoding('utf8').on('data', onText);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, handOn);
      resolve(code ?? 1);
    });
  });
}

/** On Windows a package's program is a script for the shell, and only Node itself is a program. */
const isShim = (command) => process.platform === 'win32' && !command.endsWith('.exe');
