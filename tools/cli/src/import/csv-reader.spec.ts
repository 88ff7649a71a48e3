import fc from 'fast-check';
import { CsvReader } from './csv-reader';
import { type FileRecord } from './file-record';
import { type Line } from './lines';

const HEADER = ['email', 'display_name', 'username'];

function read(text: string): FileRecord[] {
  const reader = new CsvReader(HEADER);
  let offset = 0;
  const lines = text.split('\n').map((part, index): Line => {
    offset += Buffer.byteLength(part) + 1;
    return { number: index + 1, text: part, next: { offset, line: index + 2 } };
  });
  return [...lines.flatMap((line) => reader.push(line)), ...reader.finish()];
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const written = (rows: string[][]) => rows.map((row) => row.map(quoted).join(',')).join('\n');

describe('CsvReader', () => {
  it('reads back what was written, whatever it is', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, field)), (rows) => {
        expect(read(written(rows)).map(({ fields }) => fields)).toEqual(
          rows.map(([email, display_name, username]) => ({ email, display_name, username })),
        );
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('says of every line that holds something what became of it, whatever the file is', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(text, (content) => {
        const records = read(content);
        const lines = content.split('\n');
        let line = 1;
        for (const record of records) {
          const between = lines.slice(line - 1, record.line - 1);
          expect(between.every((blank) => blank === '' || blank === '""')).toBe(true);
          line = record.next.line;
        }
        expect(lines.slice(line - 1).every((blank) => blank === '' || blank === '""')).toBe(true);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('refuses a line with an open quote alone, and reads those behind it', () => {
    const records = read('a,"b,c\nd,"e",f\ng,h,i\nj,"k,l\nm,n,o');
    expect(records.map(({ line, problem }) => [line, problem !== undefined])).toEqual([
      [1, true],
      [2, false],
      [3, false],
      [4, true],
      [5, false],
    ]);
  });

  it('gives up on an open quote after 64 KiB', () => {
    const rows = Array.from({ length: 20_000 }, () => 'a,b,c').join('\n');
    const records = read(`a,"b,c\n${rows}`);
    expect(records.filter(({ problem }) => problem)).toHaveLength(1);
    expect(records).toHaveLength(20_001);
  });
});
