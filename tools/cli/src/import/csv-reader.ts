import { csvFields, Malformed, turnsQuoting, UNCLOSED } from './csv-record';
import { fieldsOf, type FileRecord, type RecordReader } from './file-record';
import { type Line, LONGEST } from './lines';

/**
 * Reads CSV so that one broken line costs no other: where a quote turns out not to be closed, its line alone is refused, and
 * those behind it are read again for themselves.
 */
export class CsvReader implements RecordReader {
  /** The lines of the record in hand. */
  private held: Line[] = [];
  private isQuoted = false;

  constructor(private readonly header: string[]) {}

  push(line: Line): FileRecord[] {
    this.held.push(line);
    if (line.problem) return this.refuseFirst(line.problem);
    if (turnsQuoting(line.text)) this.isQuoted = !this.isQuoted;
    if (!this.isQuoted) return this.complete(line);
    return this.isTooLong(line) ? this.refuseFirst(UNCLOSED) : [];
  }

  finish(): FileRecord[] {
    const records: FileRecord[] = [];
    while (this.held.length > 0) records.push(...this.refuseFirst(UNCLOSED));
    return records;
  }

  private complete({ next }: Line): FileRecord[] {
    try {
      const fields = this.fields();
      const line = this.held[0]?.number as number;
      this.startOver();
      return fields ? [{ line, next, fields }] : [];
    } catch (error) {
      if (error instanceof Malformed) return this.refuseFirst(error.message);
      throw error;
    }
  }

  /** Nothing where the record is blank. Throws Malformed. */
  private fields() {
    const values = csvFields(this.held.map(({ text }) => text).join('\n'));
    if (values.length === 0 || (values.length === 1 && values[0] === '')) return undefined;
    if (values.length !== this.header.length) {
      throw new Malformed(`This line has ${values.length} fields and the header ${this.header.length}`);
    }
    return fieldsOf(values.map((value, index) => [this.header[index] as string, value]));
  }

  private refuseFirst(problem: string): FileRecord[] {
    const [first, ...others] = this.held as [Line, ...Line[]];
    this.startOver();
    const refused = { line: first.number, next: first.next, problem: others.length > 0 ? faultOf(first) : problem };
    return [refused, ...others.flatMap((line) => this.push(line))];
  }

  private startOver(): void {
    this.held = [];
    this.isQuoted = false;
  }

  private isTooLong({ next }: Line): boolean {
    return next.offset - (this.held[0] as Line).next.offset > LONGEST;
  }
}

/** What is wrong with a line that could not be read together with those behind it. */
function faultOf({ text }: Line): string {
  try {
    csvFields(text);
    return UNCLOSED;
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
}
