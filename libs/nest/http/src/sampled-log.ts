import { type Logger } from '@nestjs/common';

/** Lines of a kind that are written in a minute; the rest are counted. */
const LINES = 10;
const MINUTE = 60_000;

interface Minute {
  until: number;
  written: number;
  /** Lines that were left out. */
  left_out: number;
}

/**
 * A log for lines that a stranger can cause, and could fill a disk with: so many of a kind in a minute, the first of the next with
 * how many were left out. Every failure is counted besides (`failures`).
 */
export class SampledLog {
  /** By kind, of which there must be few. */
  private readonly minutes = new Map<string, Minute>();

  constructor(
    private readonly logger: Pick<Logger, 'log' | 'warn' | 'error'>,
    /** Milliseconds, on a clock that nobody sets. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  write(level: 'log' | 'warn' | 'error', kind: string, line: object): void {
    const { left_out, ...minute } = this.minuteOf(kind);
    if (minute.written >= LINES) return void this.minutes.set(kind, { ...minute, left_out: left_out + 1 });
    this.minutes.set(kind, { ...minute, written: minute.written + 1, left_out: 0 });
    this.logger[level](left_out > 0 ? { ...line, left_out } : line);
  }

  private minuteOf(kind: string): Minute {
    const now = this.now();
    const known = this.minutes.get(kind);
    if (known && now < known.until) return known;
    return { until: now + MINUTE, written: 0, left_out: known?.left_out ?? 0 };
  }
}
