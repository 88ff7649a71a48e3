import { CsvFields, Malformed } from './csv-fields';
import { fieldsOf, type FileRecord, type RecordReader } from './file-record';
import { type Line, LONGEST } from './lines';

const UNCLOSED = 'A quote is opened on this line and not closed';

/**
 * Reads CSV so that one broken line costs no other: where a quote turns out not to be closed, its line alone is refused, and
 * those behind it are read again for themselves.
 */
export class CsvReader implements RecordReader {
  /** The lines of the record in hand. */
  private held: Line[] = [];
  private record = new CsvFields();

  constructor(private readonly header: string[]) {}

  push(line: Line): FileRecord[] {
    this.held.push(line);
    try {
      if (line.problem) throw new Malformed(line.problem);
      if (this.record.push(line.text)) return this.complete(line);
      return this.isTooLong(line) ? this.refuseFirst(UNCLOSED) : [];
    } catch (error) {
      if (error instanceof Malformed) return this.refuseFirst(error.message);
      throw error;
    }
  }

  finish(): FileRecord[] {
    const records: FileRecord[] = [];
    while (this.held.length > 0) records.push(...this.refuseFirst(UNCLOSED));
    return records;
  }

  private complete({ next }: Line): FileRecord[] {
    const { fields } = this.record;
    const isBlank = fields.length === 1 && fields[0] === '';
    if (!isBlank && fields.length !== this.header.length) {
      throw new Malformed(`This line has ${fields.length} fields and the header ${this.header.length}`);
    }
    const line = this.held[0]?.number as number;
    this.startOver();
    if (isBlank) return [];
    return [{ line, next, fields: fieldsOf(fields.map((field, index) => [this.header[index] as string, field])) }];
  }

  private refuseFirst(reason: string): FileRecord[] {
    const [first, ...others] = this.held as [Line, ...Line[]];
    this.startOver();
    const refused = { line: first.number, next: first.next, problem: others.length > 0 ? UNCLOSED : reason };
    return [refused, ...others.flatMap((line) => this.push(line))];
  }

  private startOver(): void {
    this.held = [];
    this.record = new CsvFields();
  }

  private isTooLong({ next }: Line): boolean {
    return next.offset - (this.held[0] as Line).next.offset > LONGEST;
  }
}
