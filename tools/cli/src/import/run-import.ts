import { type Pepper } from '@latchkey/server/environment';
import { type DataSource, type QueryRunner } from 'typeorm';
import { Refusal } from '../failures';
import { Importer } from './importer';
import { NewUsers } from './new-users';
import { counts, ProgressLine } from './progress-line';
import { type Progress, ProgressRecord } from './progress-record';
import { Report } from './report';
import { type UserFile } from './user-file';
import { userRow } from './user-row';

const STOPPED = 130;

export interface Wishes {
  dryRun: boolean;
  restart: boolean;
  reportPath: string;
}

interface Task extends Wishes {
  file: UserFile;
  peppers: Pepper[];
}

/** Imports from where an earlier run of the same file stopped, or from its beginning; answers the exit code. */
export async function runImport(database: DataSource, task: Task, signal: AbortSignal): Promise<number> {
  const runner = database.createQueryRunner();
  try {
    const record = task.dryRun ? undefined : await ProgressRecord.of(task.file.path, runner);
    const found = task.restart ? undefined : await record?.find();
    const from = found ?? { ...task.file.start, imported: 0, skipped: 0, refused: 0, reportBytes: 0 };
    if (found) console.log(`Going on at line ${from.line}, where an earlier import stopped.`);
    const report = await Report.open(task.reportPath, from.reportBytes);
    if (!found) await record?.begin(from);
    return await importFrom(from, { runner, report, record }, task, signal);
  } finally {
    await runner.release();
  }
}

interface Opened {
  runner: QueryRunner;
  report: Report;
  record?: ProgressRecord;
}

async function importFrom(from: Progress, opened: Opened, task: Task, signal: AbortSignal): Promise<number> {
  const { runner, report, record } = opened;
  const users = await NewUsers.with(runner, task);
  const importer = new Importer({ ...opened, users, schema: userRow(task.peppers) }, from);
  const line = new ProgressLine(task.file.path, from);
  try {
    const isDone = await importer.run(task.file, signal, (progress) => line.show(progress));
    line.clear();
    if (!isDone) return stopped(importer.progress, task);
    await record?.remove();
    return summary(importer.progress, task, report);
  } catch (error) {
    line.clear();
    if (!(error instanceof Refusal)) stopped(importer.progress, task);
    throw error;
  } finally {
    await report.close();
  }
}

function stopped({ line }: Progress, { dryRun }: Task): number {
  console.error(`Stopped before line ${line}.${dryRun ? '' : ' Run the same command again, and it goes on there.'}`);
  return STOPPED;
}

/** 0 where anybody is in the database now who was in the file. */
function summary(progress: Progress, { dryRun }: Task, report: Report): number {
  const { imported, skipped, refused } = progress;
  if (imported + skipped + refused === 0) throw new Refusal('There are no users in this file.');
  console.log(`${counts(progress)}.${dryRun ? ' This was a dry run: nothing was changed.' : ''}`);
  if (!report.isEmpty) console.log(`What was not imported, and why, by line: ${report.path}`);
  return imported + skipped > 0 ? 0 : 1;
}
