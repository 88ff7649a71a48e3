import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn, importedBy, manifestIn, type PackageName, packageOf, packages, root, unpack } from './packed';

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
    const files = filesIn(folderOf(name)).map(withoutHash);
    expect({ files, dependencies, peerDependencies }).toMatchSnapshot();
  });

  it('asks for every package that it imports', () => {
    const { name: own, dependencies, peerDependencies } = manifestIn(folderOf(name));
    const known = new Set([own, ...Object.keys({ ...dependencies, ...peerDependencies })]);
    const code = filesIn(folderOf(name)).filter((file) => /\.(m?js|d\.ts)$/.test(file));
    const imported = code.flatMap((file) => importedBy(join(folderOf(name), file)).map(packageOf));
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((one) => !known.has(one))).toEqual([]);
  });

  it('takes the other packages at its own version', () => {
    const { version, peerDependencies = {} } = manifestIn(folderOf(name));
    const siblings = Object.entries(peerDependencies).filter(([peer]) => peer.startsWith('@latchkey/'));
    expect(siblings).toEqual(name === 'contract' ? [] : [['@latchkey/contract', version]]);
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
  ['contract', 'latchkey-contract-permissions.mjs'],
  ['angular', 'latchkey-angular-permissions.mjs'],
  ['angular', 'latchkey-angular.mjs'],
] as const)('loads no zod with @latchkey/%s %s', (name, file) => {
  expect(reachedFrom(join(folderOf(name), 'fesm2022', file)).filter((one) => packageOf(one) === 'zod')).toEqual([]);
});

/** The names of chunks change with their contents. */
const withoutHash = (file: string) =>
  file.replace(/-[\w-]{8}(?=\.mjs)/, (hash) => (/[A-Z\d_]/.test(hash) ? '-*' : hash));

const sourcesOf = (map: string) => (JSON.parse(map) as { sources: string[] }).sources;
const absoluteSources = (map: string) => sourcesOf(map).filter((source) => /^(\/|file:|[A-Z]:)/.test(source));

/** Whatever is imported from a file on, through our packages. */
function reachedFrom(file: string, seen = new Set<string>()): string[] {
  for (const name of importedBy(file)) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('@latchkey/')) reachedFrom(bundleOf(name), seen);
  }
  return [...seen];
}

function bundleOf(name: string): string {
  const folder = join(nodeModules, packageOf(name));
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, { default: string }>;
  };
  return join(folder, exports[`.${name.slice(packageOf(name).length)}`]?.default ?? 'missing');
}
