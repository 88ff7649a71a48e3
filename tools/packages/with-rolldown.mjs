/** Builds a package for Node: the doors that its package.json names as ES modules with their types, whatever is not ours outside. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { writeMigrations } from './write-migrations.mjs';

const tsconfig = join(import.meta.dirname, 'tsconfig.node.json');

/** One program for all files: one a file is what the plugin would make, and would run out of memory. */
const types = dts({ emitDtsOnly: true, eager: true, tsconfig });

/** Resolves to the exports that the build made. */
export async function buildForNode(source, target) {
  const { name, exports } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const doors = Object.entries(exports).map(([door, file]) => ({
    door,
    entry: entryOf(door),
    file: join(source, file),
  }));
  const entries = Object.fromEntries(doors.map(({ entry, file }) => [entry, file]));
  const treeshake = { moduleSideEffects: 'no-external' };
  const common = { platform: 'node', tsconfig, treeshake, external: isForeignTo(name) };
  const output = { dir: target, chunkFileNames: 'shared.js' };
  await write({ ...common, input: { ...entries, ...workersIn(source) } }, { ...output, cleanDir: true });
  await write({ ...common, input: entries, plugins: [types] }, output);
  await writeMigrations(
    (input, dir) => write({ ...common, input: { migrations: input } }, { dir }),
    join(source, 'database/src/migrations/index.ts'),
    join(target, 'migrations'),
  );
  const built = doors.map(({ door, entry }) => [door, { types: `./${entry}.d.ts`, default: `./${entry}.js` }]);
  return { './package.json': './package.json', ...Object.fromEntries(built) };
}

const entryOf = (door) => (door === '.' ? 'index' : door.slice('./'.length));

/** Ours is what is named by path or by the package's own name; @oxc-project/runtime holds the few helpers of decorators. */
const isForeignTo = (name) => (id, _importer, isResolved) =>
  !isResolved && !/^[./]|^@oxc-project\/runtime/.test(id) && !id.startsWith(`${name}/`);

/** A thread's file is found at run time, beside whatever starts it. */
const workersIn = (source) =>
  Object.fromEntries(
    globSync('*/src/**/*-worker.ts', { cwd: source }).map((file) => [basename(file, '.ts'), join(source, file)]),
  );

async function write(input, output) {
  const bundle = await rolldown(input);
  try {
    await bundle.write({ format: 'esm', ...output });
  } finally {
    await bundle.close();
  }
}
