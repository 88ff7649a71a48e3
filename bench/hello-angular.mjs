/** Builds hello-angular/ as a workspace of its own in tmp/ and adds up its files, compressed. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { nx } from './build.mjs';

const workspace = join(import.meta.dirname, '../tmp/bench-hello');

const compressors = { brotli: brotliCompressSync, gzip: gzipSync };

/** `main`: which of its programs. */
export async function helloAngularBytes({ main = 'main.ts', compress = 'brotli' } = {}) {
  rmSync(workspace, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, 'hello-angular'), workspace, { recursive: true });
  await nx(['run', 'bench-hello:bundle', `--browser=src/${main}`], workspace);
  const built = join(workspace, 'built/browser');
  return readdirSync(built)
    .filter((name) => /\.(html|js|css)$/.test(name))
    .reduce((sum, name) => sum + compressors[compress](readFileSync(join(built, name))).length, 0);
}
