import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';

/** Lines are told apart before; what is left of them inside a record belongs to a quoted field. */
const OPTIONS = { record_delimiter: '\n', relax_column_count: true };

export const UNCLOSED = 'A quote is opened on this line and not closed';

const REASONS: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: UNCLOSED,
  CSV_INVALID_CLOSING_QUOTE: 'Behind a closing quote stands more than a comma',
  INVALID_OPENING_QUOTE: 'A quote stands inside a field that is not quoted',
};

export class Malformed extends Error {}

/** The fields of one CSV record (RFC 4180); none where it is blank. Throws Malformed. */
export function csvFields(text: string): string[] {
  try {
    return parse(text, OPTIONS)[0] ?? [];
  } catch (error) {
    if (error instanceof CsvError) throw new Malformed(REASONS[error.code] ?? error.message);
    throw error;
  }
}

/** Whether a field that is open before a line is closed behind it, or the other way round: its quotes are odd in number. */
export function turnsQuoting(line: string): boolean {
  let isOdd = false;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}
