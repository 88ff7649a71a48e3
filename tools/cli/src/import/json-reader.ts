import { fieldsOf, type FileRecord, type RecordReader } from './file-record';
import { type Line } from './lines';

const NOT_AN_OBJECT = 'This line is not a JSON object';

/** Reads JSON lines: an object on each line. */
export class JsonReader implements RecordReader {
  push({ number: line, text, problem, next }: Line): FileRecord[] {
    if (problem) return [{ line, next, problem }];
    if (text.trim() === '') return [];
    const value = parsed(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [{ line, next, problem: NOT_AN_OBJECT }];
    return [{ line, next, fields: fieldsOf(Object.entries(value)) }];
  }

  finish(): FileRecord[] {
    return [];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
