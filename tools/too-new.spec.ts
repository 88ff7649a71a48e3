import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const places = ['libs/angular/session/src', 'apps/web/src'];

/** [an expression, whether all browsers have it that the build is for] */
const expressions = [
  [`URL.parse('x')`, false],
  [`URL.canParse('x')`, false],
  [`AbortSignal.any([])`, false],
  [`Promise.try(() => 1)`, false],
  [`Object.groupBy([1], () => 'a')`, false],
  [`Uint8Array.fromBase64('')`, false],
  [`new Set([1]).union(new Set([2]))`, false],
  [`document.body.checkVisibility()`, false],
  [`document.startViewTransition?.(() => undefined)`, false],
  [`new CookieStoreManager()`, false],
  [`new URL('https://a.test').href`, true],
  [`AbortSignal.timeout(1)`, true],
  [`[2, 1].toSorted()`, true],
  [`'a'.isWellFormed()`, true],
  [`navigator.locks`, true],
  [`({ parse: (x: string) => x, union: 1 }).parse('of our own')`, true],
] as const;

describe.each(places)('in %s', (place) => {
  const file = join(root, place, 'too-new-probe.ts');
  const line = (expression: string, index: number) => `export const probe${index} = ${expression};`;
  let refused: Set<number>;

  beforeAll(() => {
    writeFileSync(file, expressions.map(([expression], index) => line(expression, index)).join('\n'));
    refused = linesRefused(file);
  });
  afterAll(() => rmSync(file));

  it.each(expressions.map(([expression, allowed], index) => ({ expression, allowed, line: index + 1 })))(
    '$expression may be used: $allowed',
    ({ line, allowed }) => expect(refused.has(line)).toBe(!allowed),
  );
});

function linesRefused(file: string): Set<number> {
  const options = ['--format', 'json', '--rule', '@nx/enforce-module-boundaries: off'];
  const output = attempt(() => execFileSync('eslint', [...options, file], { cwd: root, encoding: 'utf8' }));
  const [{ messages }] = JSON.parse(output) as [{ messages: { ruleId: string; line: number }[] }];
  return new Set(messages.filter(({ ruleId }) => ruleId === 'platform/too-new').map(({ line }) => line));
}

/** ESLint ends with 1 where it finds something, which is what is wanted here. */
function attempt(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
