/** The numbers of tests that projects left in tmp/test-results, their sum, and which failed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../tmp/test-results');

/**
 * What a project's reporter leaves: `{ passed, failed, skipped, failures: [{ test, message }], unsteady }`. Unsteady is what
 * failed and passed when it was run again; it counts as passed, and is named.
 */
export function leaveCounts(project, counts) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${project}.json`), JSON.stringify(counts));
}

/** Counts of one project; a project without a result counts as a failure. */
export function countsOf(project) {
  const file = join(folder, `${project}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return { passed: 0, failed: 1, skipped: 0, failures: [{ test: project, message: 'left no result' }] };
}

export const total = (counts) =>
  counts.reduce(
    (sum, { passed, failed, skipped, failures, unsteady = [] }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
      failures: [...sum.failures, ...failures],
      unsteady: [...sum.unsteady, ...unsteady],
    }),
    { passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] },
  );

/** A line for each test that failed or was unsteady, then `12 passed, 0 failed`, and `, 1 skipped` where there are any. */
export const summary = ({ passed, failed, skipped, failures, unsteady }) =>
  [
    ...unsteady.map((failure) => lineOf('UNSTEADY', failure)),
    ...failures.map((failure) => lineOf('FAILED', failure)),
    `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ].join('\n');

const LONGEST = 600;
// eslint-disable-next-line no-control-regex -- the colours of a terminal are control characters
const COLOURS = /\u001b\[[\d;]*m/g;

const lineOf = (what, { test, message }) =>
  `${what}: ${test}: ${message.replace(COLOURS, '').replace(/\s+/g, ' ').trim().slice(0, LONGEST)}`;
