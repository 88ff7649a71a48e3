import { SampledLog } from './sampled-log';

describe('a log that strangers write', () => {
  let now = 0;
  let lines: object[] = [];
  const write = (_level: string) => (line: object) => void lines.push(line);
  const log = new SampledLog({ log: write('log'), warn: write('warn'), error: write('error') }, () => now);

  it('has ten lines of a kind in a minute, and the first of the next says how many were left out', () => {
    for (let n = 0; n < 1_000; n += 1) log.write('log', 'token_invalid', { n });
    expect(lines).toEqual(Array.from({ length: 10 }, (_, n) => ({ n })));
    now = 59_999;
    log.write('log', 'token_invalid', { n: 1_000 });
    expect(lines).toHaveLength(10);
    now = 60_000;
    lines = [];
    log.write('log', 'token_invalid', { n: 1_001 });
    log.write('log', 'token_invalid', { n: 1_002 });
    expect(lines).toEqual([{ n: 1_001, left_out: 991 }, { n: 1_002 }]);
  });

  it('keeps no kind from being heard because of another', () => {
    lines = [];
    for (let n = 0; n < 100; n += 1) log.write('log', 'token_invalid', { n });
    log.write('error', 'unexpected GET /users', { cause: 'a defect' });
    expect(lines.at(-1)).toEqual({ cause: 'a defect' });
  });
});
