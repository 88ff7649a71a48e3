/** A Jest reporter that leaves the project's counts in tmp/test-results, where `npm test` adds them up. */
import { leaveCounts } from './counts.mjs';

export default class CountReporter {
  constructor(_config, { project }) {
    this.project = project;
  }

  onRunComplete(_contexts, { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
    const broken = testResults.filter(({ testExecError }) => testExecError);
    const failed = testResults.flatMap((file) => file.testResults).filter(({ status }) => status === 'failed');
    leaveCounts(this.project, {
      passed: numPassedTests,
      failed: numFailedTests + broken.length,
      skipped: numPendingTests + numTodoTests,
      failures: [
        ...broken.map(({ testFilePath, testExecError }) => this.failure(testFilePath, testExecError.message)),
        ...failed.map(({ fullName, failureMessages }) => this.failure(fullName, failureMessages.join('; '))),
      ],
    });
  }

  failure(test, message) {
    return { test: `${this.project}: ${test}`, message };
  }
}
