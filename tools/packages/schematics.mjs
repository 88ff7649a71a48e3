/** Builds what `nest add` and `ng add` run: one file of CommonJS, which is what their runners load, beside its collection.json. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const tsconfig = join(import.meta.dirname, '../../tsconfig.api.json');
const isForeign = (id, _importer, isResolved) => !isResolved && !/^[./]|^@latchkey\//.test(id);

export async function buildSchematics(source, target) {
  const bundle = await rolldown({
    input: { index: join(source, 'src/index.ts') },
    platform: 'node',
    tsconfig,
    external: isForeign,
  });
  try {
    await bundle.write({ dir: target, format: 'cjs', entryFileNames: '[name].cjs' });
  } finally {
    await bundle.close();
  }
  for (const file of ['collection.json', 'schema.json']) copyFileSync(join(source, file), join(target, file));
}
