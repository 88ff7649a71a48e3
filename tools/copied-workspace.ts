import { chmodSync, cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const left = new Set(['node_modules', 'dist', 'tmp', '.git', '.nx', '.angular', '.data', '.env']);

/** A copy of the checkout that a test may change and build, with the same packages. Removed when the file is done. */
export function copiedWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-workspace-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  // As root, PostgreSQL's own user has to be able to enter.
  chmodSync(folder, 0o755);
  for (const name of readdirSync(root).filter((each) => !left.has(each)))
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'), 'junction');
  return folder;
}
