import { defineConfig } from 'rolldown';

/** Our own code in two files, the server and the thread that hashes; packages stay outside. */
export default defineConfig({
  input: { main: 'src/main.ts', 'hashing-worker': '../../libs/nest/passwords/src/hashing-worker.ts' },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  external: (id, _importer, isResolved) => !isResolved && !/^[./]|^@latchkey\/|^@oxc-project\/runtime/.test(id),
  output: { dir: '../../dist/apps/api', format: 'esm', sourcemap: true, cleanDir: true },
});
