import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** Bytes of the longest line, and of the longest record over several lines. */
export const LONGEST = 64 * 1024;

const LF = 10;
const CR = 13;
const BOM = '\uFEFF';
const TOO_LONG = `This line is longer than ${LONGEST} bytes`;
const NOT_UTF8 = 'This line is not UTF-8';

/** A place in a file, before a line. */
export interface Place {
  /** Bytes before it. */
  offset: number;
  /** Number of the line that begins there, from 1. */
  line: number;
}

export interface Line {
  number: number;
  text: string;
  /** Why it cannot be read; the text is empty then. */
  problem?: string;
  /** Where the next one begins. */
  next: Place;
}

/** The lines of a file from a place on, as many at once as were read. Holds no more than a chunk and a line, however long they are. */
export async function* linesOf(path: string, from: Place): AsyncGenerator<Line[]> {
  const reader = new LineReader(from);
  for await (const chunk of createReadStream(path, { start: from.offset, highWaterMark: 256 * 1024 })) {
    yield reader.push(chunk as Buffer);
  }
  yield reader.finish();
}

class LineReader {
  private rest: Buffer = Buffer.alloc(0);
  /** Bytes of the line in hand that were thrown away, since it is too long. */
  private dropped = 0;

  constructor(private place: Place) {}

  push(chunk: Buffer): Line[] {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    const lines: Line[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      lines.push(this.line(bytes.subarray(start, end), 1));
      start = end + 1;
    }
    this.rest = bytes.subarray(start);
    if (this.rest.length > LONGEST) {
      this.dropped += this.rest.length;
      this.rest = Buffer.alloc(0);
    }
    return lines;
  }

  finish(): Line[] {
    return this.rest.length + this.dropped > 0 ? [this.line(this.rest, 0)] : [];
  }

  private line(bytes: Buffer, breakBytes: number): Line {
    const length = this.dropped + bytes.length;
    const { line: number, offset } = this.place;
    this.dropped = 0;
    this.place = { offset: offset + length + breakBytes, line: number + 1 };
    const next = this.place;
    if (length > LONGEST) return { number, text: '', problem: TOO_LONG, next };
    if (!isUtf8(bytes)) return { number, text: '', problem: NOT_UTF8, next };
    const text = bytes.toString('utf8', 0, bytes.at(-1) === CR ? bytes.length - 1 : bytes.length);
    return { number, text: offset === 0 && text.startsWith(BOM) ? text.slice(1) : text, next };
  }
}
