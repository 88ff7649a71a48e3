import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettingsFile } from './index';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-settings-'));
const file = join(folder, '.env');
afterAll(() => rmSync(folder, { recursive: true }));

function load(content: string | Buffer, into: NodeJS.ProcessEnv = {}) {
  writeFileSync(file, content);
  return { warnings: loadSettingsFile(file, into), into };
}
const lines = 'LOG_LEVEL=warn\nJWT_ISSUER="Bücher # und mehr"\n';
const settings = { LOG_LEVEL: 'warn', JWT_ISSUER: 'Bücher # und mehr' };

describe('loadSettingsFile', () => {
  it.each([
    ['as it should be', lines],
    ['with the line ends of Windows', lines.replaceAll('\n', '\r\n')],
    ['with the line ends of an old Mac', lines.replaceAll('\n', '\r')],
    ['with a byte order mark', `\uFEFF${lines}`],
    ['in UTF-16 with a byte order mark, as PowerShell writes it', Buffer.from(`\uFEFF${lines}`, 'utf16le')],
    ['in UTF-16 without one', Buffer.from(lines, 'utf16le')],
    ['in UTF-16, big end first', Buffer.from(`\uFEFF${lines}`, 'utf16le').swap16()],
  ])('takes a file %s', (_, content) => {
    expect(load(content)).toEqual({ warnings: [], into: settings });
  });

  it('gives way to what is set already', () => {
    expect(load(lines, { LOG_LEVEL: 'debug' }).into).toEqual({ ...settings, LOG_LEVEL: 'debug' });
  });

  it('tells of names that mean nothing, of lines that are no setting, and of settings made twice', () => {
    const content =
      'DATABASE_UR=x\nDATABASE_URL postgres://ada:hunter2@db/x\nFOO=1\nPORT=1\nPORT=2\nAPI_DOCS="\nand more"\n# x\n';
    expect(load(content).warnings).toEqual([
      expect.stringMatching(/"DATABASE_URL…" is no NAME=value/),
      expect.stringMatching(/PORT is set twice/),
      expect.stringMatching(/^DATABASE_UR is no setting .* Did you mean DATABASE_URL\?/),
      expect.stringMatching(/^FOO is no setting of Latchkey/),
    ]);
  });

  it('is content without a file', () => {
    expect(loadSettingsFile(join(folder, 'nothing'), {})).toEqual([]);
  });

  it('refuses a folder, another encoding, and what may not be read', () => {
    expect(() => loadSettingsFile(folder, {})).toThrow(/is a folder, as docker makes one/);
    expect(() => load(Buffer.from('JWT_ISSUER=Bücher', 'latin1'))).toThrow(/Save it as UTF-8/);
    expect(() => loadSettingsFile(join(folder, 'x'.repeat(300)), {})).toThrow(/cannot be read \(ENAMETOOLONG\)/);
  });
});
