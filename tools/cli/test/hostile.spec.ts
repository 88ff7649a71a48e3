import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { emptyFolder, latchkey, withoutProgress } from './command-line';
import { type Database, emptyDatabase } from './database';
import { vectors } from './users-file';

const [{ stored: hash }] = vectors as [(typeof vectors)[0]];
const HEADER = 'email,password_hash,display_name\n';
const good = (name: string) => `${name}@example.com,${hash},\n`;

describe('import of a hostile file', () => {
  let database: Database;
  const place = emptyFolder();
  const path = join(place, 'users');
  beforeAll(async () => (database = await emptyDatabase()));
  beforeEach(() => database.sql('TRUNCATE users CASCADE').catch(() => undefined));

  const run = () =>
    latchkey(['import', path, '--restart'], { ...database.env, NODE_OPTIONS: '--max-old-space-size=64' });
  const report = () => readFileSync(`${path}.refused.csv`, 'utf8').split('\n').slice(1, -1);

  it.each([
    [
      'a quote that is never closed',
      `eve@example.com,"${hash},\n`,
      ['3,refused,"A quote is opened on this line and not closed"'],
    ],
    ['a quote on the last line', undefined, ['4,refused,"A quote is opened on this line and not closed"']],
    ['NUL in an e-mail', `eve\0@example.com,${hash},\n`, [expect.stringMatching(/^3,refused,"email: /)]],
    [
      'a lone surrogate',
      Buffer.from(`eve@example.com,${hash},\xed\xa0\x80\n`, 'latin1'),
      ['3,refused,"This line is not UTF-8"'],
    ],
    ['a name that a spreadsheet would run', `=1+1@x,"=cmd()","=1"\n`, [expect.stringMatching(/^3,refused,"email: /)]],
    ['blank lines', '\n\r\n\n', []],
  ])('refuses %s alone', async (_, bad, lines) => {
    const parts = bad === undefined ? [good('ada'), good('grace'), '"'] : [good('ada'), bad, good('grace')];
    writeFileSync(path, Buffer.concat([HEADER, ...parts].map((part) => Buffer.from(part as string))));
    const { code, out } = await run();
    expect([code, out]).toEqual([0, expect.stringContaining(`2 imported, 0 skipped, ${lines.length} refused.`)]);
    if (lines.length > 0) expect(report()).toEqual(lines);
  });

  it('refuses a lone surrogate, a NUL and wrong kinds of values in JSON', async () => {
    const user = { email: 'eve@example.com', password_hash: hash };
    const bad = [
      { ...user, email: '\ud800@example.com' },
      { ...user, display_name: '\ud800' },
      { ...user, display_name: '\0' },
      { ...user, password_hash: `${hash}\0` },
      { ...user, password_hash: 7 },
      { ...user, email: ['eve@example.com'] },
      { ...user, roles: [{}] },
      { ...user, is_active: {} },
    ];
    const lines = [...bad.map((value) => JSON.stringify(value)), '{"email":', '[]', 'null', `${'['.repeat(30_000)}`];
    writeFileSync(path, `${JSON.stringify({ ...user, email: 'ada@example.com' })}\n${lines.join('\n')}`);
    const { code, out } = await run();
    expect([code, out]).toEqual([0, expect.stringContaining(`1 imported, 0 skipped, ${lines.length} refused.`)]);
    expect(report().map((line) => line.split(',', 1)[0])).toEqual(lines.map((_, n) => String(n + 2)));
  });

  it('reads past a field of 300 MB without holding it', async () => {
    const stream = createWriteStream(path);
    stream.write(`${HEADER}${good('ada')}eve@example.com,"`);
    const block = Buffer.alloc(1024 * 1024, 'x');
    for (let n = 0; n < 300; n += 1) if (!stream.write(block)) await once(stream, 'drain');
    stream.end(`",\n${good('grace')}`);
    await once(stream, 'close');
    const { code, out } = await run();
    expect([code, out]).toEqual([0, expect.stringContaining('2 imported, 0 skipped, 1 refused.')]);
    expect(report()).toEqual(['3,refused,"This line is longer than 65536 bytes"']);
  });

  it('takes nothing and breaks nothing where all is noise', async () => {
    // A fixed sequence, so that a failure comes again.
    let state = 7;
    const noise = Uint8Array.from({ length: 1_000_000 }, () => (state = (state * 1103515245 + 12345) % 2 ** 31) >> 16);
    writeFileSync(path, Buffer.concat([Buffer.from(HEADER), noise]));
    const { code, err } = await run();
    expect([code, withoutProgress(err)]).toEqual([1, '']);
    expect(report().length).toBeGreaterThan(1000);
  });
});
