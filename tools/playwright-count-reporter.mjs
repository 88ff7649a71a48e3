/** The counting reporter of Playwright's tests, like count-reporter.mjs of Jest's. */
import { leaveCounts } from './counts.mjs';

export default class PlaywrightCountReporter {
  constructor({ project }) {
    this.project = project;
  }

  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    const tests = this.suite.allTests();
    const having = (outcome) => tests.filter((test) => test.outcome() === outcome);
    leaveCounts(this.project, {
      passed: having('expected').length,
      failed: having('unexpected').length,
      skipped: having('skipped').length,
      failures: having('unexpected').map((test) => ({
        test: [this.project, ...test.titlePath().filter(Boolean)].join(': '),
        message: test.results.at(-1)?.error?.message ?? 'did not run to its end',
      })),
    });
  }
}
