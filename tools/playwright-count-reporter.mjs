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
    const [unsteady, failed] = [having('flaky'), having('unexpected')];
    leaveCounts(this.project, {
      passed: having('expected').length + unsteady.length,
      failed: failed.length,
      skipped: having('skipped').length,
      failures: failed.map((test) => this.failure(test)),
      unsteady: unsteady.map((test) => this.failure(test)),
    });
  }

  failure(test) {
    const error = test.results.findLast((result) => result.error)?.error;
    const name = [this.project, ...test.titlePath().filter(Boolean)].join(': ');
    return { test: name, message: error?.message ?? 'did not run to its end' };
  }
}
