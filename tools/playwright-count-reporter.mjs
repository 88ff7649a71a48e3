/** The counting reporter of Playwright's tests, like count-reporter.mjs of Jest's. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../tmp/test-results');

export default class PlaywrightCountReporter {
  constructor({ project }) {
    this.project = project;
  }

  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    const outcomes = this.suite.allTests().map((test) => test.outcome());
    const count = (...names) => outcomes.filter((outcome) => names.includes(outcome)).length;
    mkdirSync(folder, { recursive: true });
    const counts = { passed: count('expected', 'flaky'), failed: count('unexpected'), skipped: count('skipped') };
    writeFileSync(join(folder, `${this.project}.json`), JSON.stringify(counts));
  }
}
