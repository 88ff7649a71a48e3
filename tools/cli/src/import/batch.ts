import { type FileRecord } from './file-record';
import { type Conflict } from './new-users';
import { type NotTaken } from './report';
import { type UserRow, type userRow } from './user-row';

const REASONS: Record<Conflict, Omit<NotTaken, 'line'>> = {
  email: { outcome: 'skipped', reason: 'There is a user with this e-mail address already' },
  username: { outcome: 'refused', reason: 'username: This user name is already somebody’s' },
};

/** Records of a file that go into the database together, sorted into users and what cannot be one. */
export class Batch {
  readonly size: number;
  readonly rows: UserRow[] = [];
  /** What was not taken, by line. */
  readonly notTaken: NotTaken[] = [];
  private readonly lines: number[] = [];

  constructor(records: FileRecord[], schema: ReturnType<typeof userRow>) {
    this.size = records.length;
    for (const { line, fields, problem } of records) {
      const checked = schema.safeParse(fields ?? {});
      if (problem === undefined && checked.success) {
        this.rows.push(checked.data);
        this.lines.push(line);
      } else {
        this.notTaken.push({ line, outcome: 'refused', reason: problem ?? reasonOf(checked.error?.issues ?? []) });
      }
    }
  }

  /** Takes in what the database said of each of `rows`. */
  settle(conflicts: (Conflict | undefined)[]): void {
    conflicts.forEach((conflict, index) => {
      if (conflict) this.notTaken.push({ line: this.lines[index] as number, ...REASONS[conflict] });
    });
    this.notTaken.sort((one, other) => one.line - other.line);
  }

  count(outcome: NotTaken['outcome']): number {
    return this.notTaken.filter((entry) => entry.outcome === outcome).length;
  }
}

/** One reason a field: `email: Enter an e-mail address; roles: …`. */
function reasonOf(issues: { path: PropertyKey[]; message: string }[]): string {
  const reasons = new Map(issues.map(({ path: [field = ''], message }) => [String(field), message]));
  return [...reasons].map(([field, message]) => (field ? `${field}: ${message}` : message)).join('; ');
}
