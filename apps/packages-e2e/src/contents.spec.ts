import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import {
  filesImportedBy,
  filesIn,
  importedBy,
  manifestIn,
  type PackageName,
  packageOf,
  packages,
  root,
  unpack,
} from './packed';

let nodeModules: string;
beforeAll(() => {
  nodeModules = mkdtempSync(join(tmpdir(), 'latchkey-contents-'));
  for (const name of packages) unpack(name, nodeModules);
});
afterAll(() => rmSync(nodeModules, { recursive: true, force: true }));

const folderOf = (name: PackageName) => join(nodeModules, '@latchkey', name);
const textsOf = (name: PackageName) =>
  filesIn(folderOf(name)).map((file) => ({ file, text: readFileSync(join(folderOf(name), file), 'utf8') }));

describe.each(packages)('@latchkey/%s', (name) => {
  it('holds these files and asks for these packages', () => {
    const { dependencies, peerDependencies } = manifestIn(folderOf(name));
    const files = new Set(filesIn(folderOf(name)).map(withoutChunk));
    expect({ files: [...files], dependencies, peerDependencies }).toMatchSnapshot();
  });

  it('asks for every package that it imports', () => {
    const { name: own, dependencies, peerDependencies } = manifestIn(folderOf(name));
    const known = new Set([own, ...Object.keys({ ...dependencies, ...peerDependencies })]);
    const code = filesIn(folderOf(name)).filter((file) => /\.([cm]?js|d\.ts)$/.test(file));
    const imported = code.flatMap((file) => importedBy(join(folderOf(name), file)).map(packageOf));
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((one) => !known.has(one))).toEqual([]);
  });

  it('takes the other packages at its own version', () => {
    const { version, peerDependencies = {} } = manifestIn(folderOf(name));
    const siblings = Object.entries(peerDependencies).filter(([peer]) => peer.startsWith('@latchkey/'));
    expect(siblings).toEqual(name === 'contract' ? [] : [['@latchkey/contract', version]]);
  });

  it('says its version where it is asked for', () => {
    expect(textsOf(name).filter(({ text, file }) => !file.endsWith('.map') && text.includes('PLACEHOLDER'))).toEqual(
      [],
    );
  });

  it('names no place on the machine that built it', () => {
    expect(textsOf(name).filter(({ text }) => text.includes(root))).toEqual([]);
    for (const { file, text } of textsOf(name).filter(({ file }) => file.endsWith('.map')))
      expect({ file, absolute: absoluteSources(text) }).toEqual({ file, absolute: [] });
  });

  it('brings nothing of its tests', () => {
    const sources = textsOf(name).flatMap(({ file, text }) => [
      file,
      ...(file.endsWith('.map') ? sourcesOf(text) : []),
    ]);
    expect(sources.filter((source) => /\.spec\.|for-tests|jest/.test(source))).toEqual([]);
  });
});

it.each([
  ['@latchkey/contract/permissions', 'zod'],
  ['@latchkey/angular/permissions', 'zod'],
  ['@latchkey/angular', 'zod'],
  ['@latchkey/nest', '@nestjs/swagger'],
])('loads with %s nothing of %s', (door, unwanted) => {
  expect(reachedFrom(bundleOf(door)).map(packageOf)).not.toContain(unwanted);
});

/** What an entry loads later is in chunks, whose names change with what is in them: all of an entry's are one here, as are migrations. */
const withoutChunk = (file: string) =>
  file
    .replace(/^(migrations\/)\d{13}-[a-z-]+(?=\.sql)/, '$1*')
    .replace(/^(fesm2022\/latchkey-[a-z]+-[a-z]+)-[\w.-]+-[\w-]{8}(?=\.mjs)/, '$1-*');

const sourcesOf = (map: string) => (JSON.parse(map) as { sources: string[] }).sources;
const absoluteSources = (map: string) => sourcesOf(map).filter((source) => /^(\/|file:|[A-Z]:)/.test(source));

/** Whatever is imported from a file on, through our packages. */
function reachedFrom(file: string, seen = new Set<string>()): string[] {
  const files = filesImportedBy(file);
  const names = importedBy(file);
  const ours = names.filter((name) => name.startsWith('@latchkey/')).map(bundleOf);
  for (const next of [...files, ...ours].filter((it) => !seen.has(it))) reachedFrom(next, seen.add(next));
  for (const name of names) seen.add(name);
  return [...seen].filter((it) => !isAbsolute(it));
}

function bundleOf(name: string): string {
  const folder = join(nodeModules, packageOf(name));
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, { default: string }>;
  };
  return join(folder, exports[`.${name.slice(packageOf(name).length)}`]?.default ?? 'missing');
}
