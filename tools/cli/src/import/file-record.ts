import { type Line, type Place } from './lines';

/** What a user may have in a file. */
export const columns = [
  'email',
  'username',
  'password_hash',
  'display_name',
  'roles',
  'is_active',
  'admin',
  'registered_on',
] as const;
export type Column = (typeof columns)[number];

/** What a file says of one user, not yet checked; what it leaves empty is not there. */
export type Fields = Partial<Record<Column, unknown>>;

/** One user of a file, or why there is none to be read. */
export interface FileRecord {
  line: number;
  /** Where the next one begins. */
  next: Place;
  fields?: Fields;
  problem?: string;
}

/** Makes records of lines. */
export interface RecordReader {
  push(line: Line): FileRecord[];
  /** What is still in hand when the file is at its end. */
  finish(): FileRecord[];
}

/** Fields of the columns we know, by name, without the empty ones. */
export function fieldsOf(entries: Iterable<[string, unknown]>): Fields {
  const fields: Fields = {};
  for (const [name, value] of entries) {
    if (isColumn(name) && value !== '' && value !== null && value !== undefined) fields[name] = value;
  }
  return fields;
}

export const isColumn = (name: string): name is Column => (columns as readonly string[]).includes(name);
