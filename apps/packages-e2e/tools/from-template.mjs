/** `node from-template.mjs COLLECTION SCHEMATIC FOLDER OPTIONS`: what `nest new` or `ng new` would write, into FOLDER. */
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const { SchematicTestRunner } = require('@angular-devkit/schematics/testing');

const [collection, schematic, folder, options] = process.argv.slice(2);
const manifest = require.resolve(`${collection}/package.json`);
const { schematics } = JSON.parse(readFileSync(manifest, 'utf8'));
const factories = join(dirname(manifest), schematics);

const tree = await new SchematicTestRunner(collection, factories).runSchematic(schematic, JSON.parse(options));
for (const path of tree.files) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, tree.read(path));
}
