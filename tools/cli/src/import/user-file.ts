import { stat } from 'node:fs/promises';
import { Refusal } from '../failures';
import { CsvReader } from './csv-reader';
import { csvFields, Malformed } from './csv-record';
import { type FileRecord, isColumn, type RecordReader } from './file-record';
import { JsonReader } from './json-reader';
import { type Line, linesOf, type Place } from './lines';

const START: Place = { offset: 0, line: 1 };

/** A file of users, CSV or JSON lines, as its first line tells. */
export class UserFile {
  private constructor(
    readonly path: string,
    /** Where the users begin. */
    readonly start: Place,
    /** Of a CSV file, what its header says; empty for JSON lines. */
    private readonly header: string[],
  ) {}

  /** Throws Refusal where the first line makes no sense. */
  static async open(path: string): Promise<UserFile> {
    // Read twice, and from the middle: a pipe cannot do that.
    if (!(await stat(path)).isFile()) throw new Refusal(`This is no file on a disk: ${path}`);
    const first = await firstLine(path);
    if (first.text.trimStart().startsWith('{')) return new UserFile(path, START, []);
    if (first.text.trimStart().startsWith('[')) {
      throw new Refusal('This is one JSON array. Write an object on each line: jq -c ".[]" FILE > users.jsonl');
    }
    return new UserFile(path, first.next, headerOf(first));
  }

  /** Columns of a CSV file that Latchkey has no use for. */
  get unused(): string[] {
    return this.header.filter((name) => !isColumn(name));
  }

  /** What the file holds from a place on, as many records at once as were read. */
  async *recordsFrom(place: Place): AsyncGenerator<FileRecord[]> {
    const reader: RecordReader = this.header.length > 0 ? new CsvReader(this.header) : new JsonReader();
    for await (const lines of linesOf(this.path, place)) yield lines.flatMap((line) => reader.push(line));
    yield reader.finish();
  }
}

async function firstLine(path: string): Promise<Line> {
  for await (const [first] of linesOf(path, START)) if (first) return first;
  throw new Refusal('The file is empty.');
}

function headerOf({ text, problem }: Line): string[] {
  if (problem) throw new Refusal(`${problem}: save the file as UTF-8, with a header of column names.`);
  const header = fields(text).map((name) => name.trim().toLowerCase());
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) throw new Refusal(`The header has the column "${twice}" twice.`);
  const isUseful = header.includes('password_hash') && (header.includes('email') || header.includes('username'));
  if (!isUseful)
    throw new Refusal(
      'The header needs password_hash, and email or username, with commas between. See docs/import.md.',
    );
  return header;
}

function fields(text: string): string[] {
  try {
    return csvFields(text);
  } catch (error) {
    if (error instanceof Malformed) throw new Refusal('The header is no line of CSV: its quotes do not match.');
    throw error;
  }
}
