/** Builds hello-angular/ as a workspace of its own in tmp/ and adds up its files, compressed. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { nx } from './build.mjs';

const workspace = join(import.meta.dirname, '../tmp/bench-hello');

export async function helloAngularBytes() {
  rmSync(workspace, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, 'hello-angular'), workspace, { recursive: true });
  await nx(['run', 'bench-hello:bundle'], workspace);
  const built = join(workspace, 'built/browser');
  return readdirSync(built)
    .filter((name) => /\.(html|js|css)$/.test(name))
    .reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(built, name))).length, 0);
}
