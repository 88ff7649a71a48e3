/** A program of several whose every line says which side it comes from. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export class Side {
  /** `onLine` gets each line that it prints, `onEnd` is called when it ended without being asked to. */
  constructor(name, command, args, { onLine, onEnd, ...options }) {
    const isWindows = process.platform === 'win32';
    // In a group of its own, so that what it started ends with it.
    this.child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !isWindows,
      shell: isWindows && !command.endsWith('.exe'),
    });
    this.gone = new Promise((resolve) => this.child.once('close', resolve));
    for (const input of [this.child.stdout, this.child.stderr])
      createInterface({ input }).on('line', (line) => {
        console.log(`${name} | ${line}`);
        onLine?.(line);
      });
    this.gone.then((code) => this.isAsked || onEnd?.(code));
  }

  /** Asks it to end, and after `patience` milliseconds makes it, with all that it started. */
  async end(patience = 10_000) {
    this.isAsked = true;
    const force = setTimeout(() => this.kill('SIGKILL'), patience);
    if (this.child.exitCode === null && this.child.signalCode === null) this.kill('SIGTERM');
    await this.gone;
    clearTimeout(force);
  }

  kill(signal) {
    try {
      if (process.platform === 'win32') this.child.kill(signal);
      else process.kill(-this.child.pid, signal);
    } catch {
      // Gone already.
    }
  }
}
