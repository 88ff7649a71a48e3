/** The numbers of tests that projects left in tmp/test-results, and their sum. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../tmp/test-results');

/** Counts of one project; a project without a result counts as a failure. */
export function countsOf(project) {
  const file = join(folder, `${project}.json`);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, missing: true };
  return JSON.parse(readFileSync(file, 'utf8'));
}

export const total = (counts) =>
  counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** `12 passed, 0 failed`, and `, 1 skipped` where there are any. */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
