/** Puts the version in the place that the sources keep for it, in every file of a built package. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PLACE = '0.0.0-PLACEHOLDER';

export function writeVersion(version, folder) {
  for (const name of globSync('**/*.{js,mjs}', { cwd: folder })) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    if (text.includes(PLACE)) writeFileSync(file, text.replaceAll(PLACE, version));
  }
}
