/** `node tools/packages/package.mjs contract|nest|angular`: builds the package into dist/packages, and packs it as npm publishes it. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestOf } from './manifest.mjs';
import { buildSchematics } from './schematics.mjs';
import { writeVersion } from './write-version.mjs';
import { buildForAngular } from './with-ng-packagr.mjs';
import { buildForNode } from './with-rolldown.mjs';

const root = join(import.meta.dirname, '../..');
const packages = join(root, 'dist/packages');
const [name] = process.argv.slice(2);
const source = join(root, 'libs', name);
const target = join(packages, name);

const build = existsSync(join(source, 'ng-package.json')) ? buildForAngular : buildForNode;
const exports = await build(source, target);
if (existsSync(join(source, 'schematics')))
  await buildSchematics(join(source, 'schematics'), join(target, 'schematics'));

const manifest = manifestOf(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')), exports);
writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
writeVersion(manifest.version, target);
copyFileSync(join(root, 'LICENSE'), join(target, 'LICENSE'));
copyFileSync(join(source, 'README.md'), join(target, 'README.md'));

for (const packed of globSync(`latchkey-${name}-*.tgz`, { cwd: packages })) rmSync(join(packages, packed));
execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', packages], {
  cwd: target,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
