/**
 * The README's first two commands as a newcomer gives them: a fresh clone, the system's Node, and the npm of several years.
 * Leaves its counts as the tests do.
 */
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveCounts } from './counts.mjs';
import { Newcomer } from './newcomer.mjs';
import { ownNode } from './own-node.mjs';

/** What Node 20 and 22 ship, on the system's Node, and the newest, which refuses older ones. */
const VERSIONS = { '10.8.2': 'node', 10.9: 'node', latest: ownNode() };
const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

async function trial(test, act) {
  try {
    await act();
    counts.passed += 1;
    console.log(`✓ ${test}`);
  } catch ({ message }) {
    counts.failed += 1;
    counts.failures.push({ test: `first minute: ${test}`, message });
    console.log(`✗ ${test}: ${message}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'latchkey-first-minute-'));
// As root, PostgreSQL's own user has to be able to enter.
chmodSync(folder, 0o755);
try {
  const newcomers = Object.entries(VERSIONS).map(
    ([version, node]) => new Newcomer(version, node, join(folder, `npm-${version}`)),
  );
  for (const each of newcomers) await trial(`a clone and npm ${each.version}`, () => each.prepare());
  await Promise.all(newcomers.map((each) => trial(`npm ci, npm ${each.version}`, () => each.npm('ci'))));
  for (const each of newcomers) {
    await trial(`npm start answers, npm ${each.version}`, () => each.start());
    await trial(`SIGTERM to npm start leaves nothing behind, npm ${each.version}`, () => each.stop());
  }
  await trial('npm test, npm 10.8.2', () => newcomers[0].npm('test', '--', '-p', 'contract'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
leaveCounts('first-minute', counts);
process.exitCode = counts.failed > 0 ? 1 : 0;
