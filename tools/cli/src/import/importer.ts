import { type FileRecord } from './file-record';
import { type QueryRunner } from 'typeorm';
import { Batch } from './batch';
import { type NewUsers } from './new-users';
import { type Progress, type ProgressRecord } from './progress-record';
import { type Report } from './report';
import { type UserFile } from './user-file';
import { type userRow } from './user-row';

const BATCH = 1000;

export interface Parts {
  runner: QueryRunner;
  users: NewUsers;
  report: Report;
  schema: ReturnType<typeof userRow>;
  /** Not there in a dry run. */
  record?: ProgressRecord;
}

/** Takes users out of a file by the thousand. What is stored and how far that is are one transaction. */
export class Importer {
  constructor(
    private readonly parts: Parts,
    public progress: Progress,
  ) {}

  /** Goes on to the end of the file, or of a batch once `signal` says so: then it answers false. Tells `told` of each batch. */
  async run(file: UserFile, signal: AbortSignal, told: (progress: Progress) => void): Promise<boolean> {
    let waiting: FileRecord[] = [];
    for await (const records of file.recordsFrom(this.progress)) {
      waiting.push(...records);
      while (waiting.length >= BATCH && !signal.aborted) {
        await this.take(waiting.slice(0, BATCH));
        waiting = waiting.slice(BATCH);
        told(this.progress);
      }
      if (signal.aborted) return false;
    }
    if (waiting.length > 0) await this.take(waiting);
    return true;
  }

  private async take(records: FileRecord[]): Promise<void> {
    const { runner, users, report, schema, record } = this.parts;
    const batch = new Batch(records, schema);
    await runner.startTransaction();
    try {
      if (batch.rows.length > 0) batch.settle(await users.store(batch.rows));
      await report.add(batch.notTaken);
      const progress = this.after(batch, records.at(-1) as FileRecord);
      await record?.move(this.progress, progress);
      await runner.commitTransaction();
      this.progress = progress;
    } catch (error) {
      // The connection may be the reason, and gone.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }

  private after(batch: Batch, { next }: FileRecord): Progress {
    const { imported, skipped, refused } = this.progress;
    return {
      ...next,
      imported: imported + batch.size - batch.notTaken.length,
      skipped: skipped + batch.count('skipped'),
      refused: refused + batch.count('refused'),
      reportBytes: this.parts.report.bytes,
    };
  }
}
