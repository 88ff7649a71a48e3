import { statSync } from 'node:fs';
import { type Progress } from './progress-record';

const WIDTH = 24;
/** Milliseconds between two lines where they are not a bar on a terminal. */
const PAUSE = { terminal: 100, file: 10_000 };

const count = (value: number): string => Math.round(value).toLocaleString('en');
export const counts = ({ imported, skipped, refused }: Progress): string =>
  `${count(imported)} imported, ${count(skipped)} skipped, ${count(refused)} refused`;

/** Says on standard error how far an import is: a bar on a terminal, a line every ten seconds elsewhere. */
export class ProgressLine {
  private readonly size: number;
  private readonly begin = performance.now();
  private last = -Infinity;
  private readonly isTerminal = process.stderr.isTTY === true;

  constructor(
    path: string,
    private readonly from: Progress,
  ) {
    this.size = statSync(path).size;
  }

  show(progress: Progress): void {
    const now = performance.now();
    if (this.last === -Infinity && !this.isTerminal) this.last = this.begin;
    if (now - this.last < (this.isTerminal ? PAUSE.terminal : PAUSE.file)) return;
    this.last = now;
    const part = progress.offset / this.size;
    const filled = Math.floor(part * WIDTH);
    const bar = this.isTerminal ? `\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ` : '';
    const end = this.isTerminal ? '' : '\n';
    process.stderr.write(`${bar}${Math.floor(part * 100)} %  ${counts(progress)}  ${this.left(progress)}${end}`);
  }

  /** Takes the bar away. */
  clear(): void {
    if (this.isTerminal) process.stderr.write('\r\x1b[K');
  }

  private left({ offset }: Progress): string {
    const speed = (offset - this.from.offset) / (performance.now() - this.begin);
    const seconds = (this.size - offset) / speed / 1000;
    return seconds < 90 ? `${count(seconds)} s left` : `${count(seconds / 60)} min left`;
  }
}
