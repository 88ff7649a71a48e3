/** The fields of one CSV record (RFC 4180), fed line by line: a quoted field may go on in the next line. */
export class CsvFields {
  readonly fields: string[] = [];
  /** Text of a quoted field that is not closed yet. */
  private open: string | undefined;

  /** True once the record is complete. Throws Malformed. */
  push(line: string): boolean {
    let at = 0;
    if (this.open !== undefined) {
      at = this.quoted(line, 0, `${this.open}\n`);
      if (at < 0) return false;
      if (at === line.length) return true;
      at += 1;
    }
    for (;;) {
      at = line[at] === '"' ? this.quoted(line, at + 1, '') : this.plain(line, at);
      if (at < 0) return false;
      if (at === line.length) return true;
      at += 1;
    }
  }

  private plain(line: string, start: number): number {
    const comma = line.indexOf(',', start);
    const end = comma < 0 ? line.length : comma;
    const field = line.slice(start, end);
    if (field.includes('"')) throw new Malformed('A quote stands inside a field that is not quoted');
    this.fields.push(field);
    return end;
  }

  /** Reads on behind an opening quote; answers where the field ends, or -1 where the line ends first. */
  private quoted(line: string, start: number, before: string): number {
    let text = before;
    for (let from = start; ;) {
      const quote = line.indexOf('"', from);
      if (quote < 0) {
        this.open = text + line.slice(from);
        return -1;
      }
      text += line.slice(from, quote);
      if (line[quote + 1] !== '"') return this.close(line, quote + 1, text);
      text += '"';
      from = quote + 2;
    }
  }

  private close(line: string, end: number, text: string): number {
    if (end < line.length && line[end] !== ',') throw new Malformed('Behind a closing quote stands more than a comma');
    this.fields.push(text);
    this.open = undefined;
    return end;
  }
}

export class Malformed extends Error {}
