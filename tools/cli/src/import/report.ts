import { type FileHandle, open, rm } from 'node:fs/promises';
import { Refusal } from '../failures';

const HEADER = 'line,outcome,reason\n';

/** A line of the file that was not taken. */
export interface NotTaken {
  line: number;
  outcome: 'refused' | 'skipped';
  reason: string;
}

/** The list of what was not taken, as CSV. It names lines, not people. */
export class Report {
  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
    /** Its length so far. */
    public bytes: number,
  ) {}

  /** Opens the report at `path` to go on behind `bytes`; throws Refusal where something else lies there. */
  static async open(path: string, bytes: number): Promise<Report> {
    const file = await open(path, 'a+', 0o600);
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(HEADER.length), 0, HEADER.length, 0);
    if (size > 0 && !buffer.equals(Buffer.from(HEADER))) {
      await file.close();
      throw new Refusal(`${path} is there already and is no report. Say another place with --report.`);
    }
    await file.truncate(Math.min(size, bytes));
    const report = new Report(path, file, Math.min(size, bytes));
    if (report.bytes === 0) await report.write(HEADER);
    return report;
  }

  /** Once this is done the lines are on the disk. */
  async add(lines: NotTaken[]): Promise<void> {
    if (lines.length === 0) return;
    await this.write(lines.map((entry) => `${entry.line},${entry.outcome},${quoted(entry.reason)}\n`).join(''));
    await this.file.datasync();
  }

  get isEmpty(): boolean {
    return this.bytes === HEADER.length;
  }

  /** A report that has nothing to say is removed. */
  async close(): Promise<void> {
    await this.file.close();
    if (this.isEmpty) await rm(this.path);
  }

  private async write(text: string): Promise<void> {
    const { bytesWritten } = await this.file.write(text);
    this.bytes += bytesWritten;
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
