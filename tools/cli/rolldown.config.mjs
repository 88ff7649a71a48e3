import { defineConfig } from 'rolldown';

/** The commands and the thread that hashes; packages stay outside, as in the server's own build. */
export default defineConfig({
  input: { main: 'src/main.ts', 'hashing-worker': '../../libs/nest/passwords/src/hashing-worker.ts' },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  external: (id, _importer, isResolved) => !isResolved && !/^[./]|^@latchkey\/|^@oxc-project\/runtime/.test(id),
  output: { dir: '../../dist/tools/cli', format: 'esm', sourcemap: true, cleanDir: true },
});
