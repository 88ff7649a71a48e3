/** A Jest reporter that leaves the project's counts in tmp/test-results, where `npm test` adds them up. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../tmp/test-results');

export default class CountReporter {
  constructor(_config, { project }) {
    this.project = project;
  }

  onRunComplete(_contexts, results) {
    const brokenFiles = results.testResults.filter((file) => file.testExecError).length;
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + brokenFiles,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${this.project}.json`), JSON.stringify(counts));
  }
}
