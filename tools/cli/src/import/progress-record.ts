import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type QueryRunner } from 'typeorm';
import { Refusal } from '../failures';
import { type Place } from './lines';

/** How far an import has come. */
export interface Progress extends Place {
  imported: number;
  skipped: number;
  refused: number;
  /** Length of the report by then. */
  reportBytes: number;
}

const SAMPLE = 64 * 1024;
/** Seconds that the connection of an import which was killed may take to end. */
const PATIENCE = 5;
const LOCK_NOT_AVAILABLE = '55P03';

/** Where the database keeps how far the import of a file has come, moved on in the transactions that store its users. */
export class ProgressRecord {
  private constructor(
    private readonly runner: QueryRunner,
    private readonly source: string,
  ) {}

  /** Holds the file until the connection ends, so that no other import writes to our report. Throws Refusal where another is at work. */
  static async of(path: string, runner: QueryRunner): Promise<ProgressRecord> {
    const source = await sourceOf(path);
    await runner.query(`SET lock_timeout = '${PATIENCE}s'`);
    await runner
      .query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [source])
      .catch((error: { code?: string }) => {
        throw error.code === LOCK_NOT_AVAILABLE ? new Refusal('Another import of this file is running.') : error;
      });
    await runner.query('RESET lock_timeout');
    return new ProgressRecord(runner, source);
  }

  async find(): Promise<Progress | undefined> {
    const [row] = await this.runner.query(
      'SELECT byte_offset, line, imported, skipped, refused, report_bytes FROM imports WHERE source = $1',
      [this.source],
    );
    if (!row) return undefined;
    const { byte_offset, line, imported, skipped, refused, report_bytes } = row as Record<string, string>;
    const counts = { imported: Number(imported), skipped: Number(skipped), refused: Number(refused) };
    return { offset: Number(byte_offset), line: Number(line), ...counts, reportBytes: Number(report_bytes) };
  }

  /** Begins anew, wherever an earlier import was. */
  async begin(from: Progress): Promise<void> {
    await this.remove();
    await this.runner.query(
      `INSERT INTO imports (source, byte_offset, line, imported, skipped, refused, report_bytes)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      this.parameters(from),
    );
  }

  /** Throws Refusal where another import of the same file has moved on meanwhile. */
  async move(from: Progress, to: Progress): Promise<void> {
    const [, moved] = await this.runner.query(
      `UPDATE imports SET byte_offset = $2, line = $3, imported = $4, skipped = $5, refused = $6, report_bytes = $7,
              updated_at = now()
       WHERE source = $1 AND byte_offset = $8`,
      [...this.parameters(to), from.offset],
    );
    if (moved !== 1) throw new Refusal('Another import of this file is running.');
  }

  async remove(): Promise<void> {
    await this.runner.query('DELETE FROM imports WHERE source = $1', [this.source]);
  }

  private parameters({ offset, line, imported, skipped, refused, reportBytes }: Progress): unknown[] {
    return [this.source, offset, line, imported, skipped, refused, reportBytes];
  }
}

/** Knows a file again by its size, its time and its beginning: a copy is the same, an edited one is not. */
async function sourceOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size, mtimeMs } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return createHash('sha256').update(`${size} ${mtimeMs}\n`).update(buffer.subarray(0, bytesRead)).digest('hex');
  } finally {
    await file.close();
  }
}
