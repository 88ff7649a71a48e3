/** What the built server and site are made of: whether either is newer than what was last built. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const places = [
  'apps/api',
  'apps/web',
  'libs',
  'nx.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.api.json',
  'tsconfig.web.json',
];
const stamp = join(root, 'dist/built-from');
const outputs = ['dist/apps/api/main.js', 'dist/apps/web/browser/index.html'];

export const isBuilt = () =>
  outputs.every((output) => existsSync(join(root, output))) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === fingerprint();

export const markBuilt = () => writeFileSync(stamp, fingerprint());

/** Names, sizes and times of every source file, in one hash: 10 ms, where asking Nx takes a second. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const place of places) add(hash, join(root, place));
  return hash.digest('hex');
}

function add(hash, path) {
  const stats = statSync(path);
  if (stats.isDirectory()) for (const name of readdirSync(path).sort()) add(hash, join(path, name));
  else hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
}
