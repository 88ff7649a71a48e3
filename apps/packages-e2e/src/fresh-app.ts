import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Manifest, manifestIn, type PackageName, root, unpack } from './packed';

const project = join(import.meta.dirname, '..');
const made: string[] = [];
afterAll(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/**
 * An application as `nest new` or `ng new` writes it, in a folder of its own outside this workspace: it sees what its package.json
 * names and no more. Removed after the tests of the file that made it.
 */
export class FreshApp {
  readonly folder = mkdtempSync(join(tmpdir(), 'latchkey-app-'));

  constructor(collection: string, schematic: string, options: object) {
    made.push(this.folder);
    this.run(join(project, 'tools/from-template.mjs'), [collection, schematic, this.folder, JSON.stringify(options)]);
  }

  /** Adds dependencies, as `npm install` would: packages come from those of this workspace, Latchkey's from their tarballs. */
  install(ours: PackageName[], others: string[] = []): void {
    const modules = join(this.folder, 'node_modules');
    const { dependencies, devDependencies } = manifestIn(this.folder) as Manifest & { devDependencies?: object };
    // Of what a template brings to test and to lint, this workspace has other things.
    const own = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => existsSync(installed(name)));
    const asked = ours.flatMap((name) => askedFor(manifestIn(unpack(name, modules))));
    for (const name of new Set([...own, ...others, ...asked])) link(name, modules);
  }

  /** Lays the files of a folder of `fixtures` over the application's own. */
  lay(fixture: string): void {
    cpSync(join(project, 'fixtures', fixture), this.folder, { recursive: true });
  }

  edit(path: string, change: (text: string) => string): void {
    const file = join(this.folder, path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  /** Runs a script on this Node in the application's folder; throws with what it said where it fails. */
  run(script: string, args: string[] = []): string {
    const env = { ...process.env, NODE_OPTIONS: '', NG_BUILD_MAX_WORKERS: '2' };
    const done = spawnSync(process.execPath, [script, ...args], { cwd: this.folder, encoding: 'utf8', env });
    if (done.status !== 0) throw new Error([script, ...args, '\n', done.stdout, done.stderr].join(' '));
    return done.stdout;
  }

  tsc(args: string[]): string {
    return this.run(join(root, 'node_modules/typescript/bin/tsc'), args);
  }
}

const installed = (name: string) => join(root, 'node_modules', name);

/** What npm installs along with a package: its dependencies, and the peers that it does not say are optional. */
const askedFor = ({ dependencies, peerDependencies, peerDependenciesMeta = {} }: Manifest): string[] =>
  Object.keys({ ...dependencies, ...peerDependencies }).filter(
    (name) => !name.startsWith('@latchkey/') && !peerDependenciesMeta[name]?.optional,
  );

function link(name: string, modules: string): void {
  const place = join(modules, name);
  if (existsSync(place)) return;
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(installed(name), place, 'junction');
}
