import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');
export const packages = ['contract', 'nest', 'angular'] as const;
export type PackageName = (typeof packages)[number];

export interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** Puts the packed package where npm would put it, into `node_modules` of an application; returns its folder. */
export function unpack(name: PackageName, nodeModules: string): string {
  const [tarball] = globSync(join(root, `dist/packages/latchkey-${name}-*.tgz`));
  if (!tarball) throw new Error(`@latchkey/${name} is not packed: npm run packages`);
  const folder = join(nodeModules, '@latchkey', name);
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', folder]);
  return folder;
}

export const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Every file of the package, by its path in it. */
export const filesIn = (folder: string): string[] =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** Names of packages that a file of JavaScript or types imports, without those that Node has. */
export const importedBy = (file: string): string[] =>
  importsOf(file).filter((name) => !name.startsWith('.') && !isBuiltin(name));

/** The files beside it that a file imports. */
export const filesImportedBy = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(file), name));

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const imports = file.endsWith('.cjs') ? REQUIRED : IMPORTED;
  return [...text.matchAll(imports)].map(([, name]) => String(name));
}

const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;
const REQUIRED = /\brequire\("([^"]+)"\)/g;

/** `@scope/name` of `@scope/name/entry`. */
export const packageOf = (imported: string): string =>
  imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
