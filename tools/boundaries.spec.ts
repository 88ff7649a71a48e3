import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const RULE = '@nx/enforce-module-boundaries';

/** [who imports, what, whether the house allows it] */
const imports = [
  ['libs/contract/src', 'zod/mini', true],
  ['libs/contract/src', 'rxjs', false],
  ['libs/contract/src', '@latchkey/api/http', false],
  ['libs/api/users/src', '@latchkey/contract', true],
  ['libs/api/users/src', '@latchkey/api/database', true],
  ['libs/api/users/src', '@latchkey/api/auth', false],
  ['libs/api/auth/src', '@latchkey/api/health', false],
  ['libs/api/http/src', '@latchkey/api/users', false],
  ['libs/api/http/src', '@angular/core', false],
  ['tools/cli/src', '@latchkey/api/users', true],
  ['tools/cli/src', '@latchkey/web/session', false],
  ['tools/cli/src', '@angular/core', false],
  ['libs/web/session/src', '@angular/core', true],
  ['libs/web/session/src', '@nestjs/common', false],
  ['libs/web/session/src', 'typeorm', false],
  ['libs/web/session/src', '@latchkey/api/sessions', false],
  ['libs/web/ui/src', '@latchkey/web/session', false],
  ['libs/web/account/src', '@latchkey/web/session', true],
  ['libs/web/admin/src', '@latchkey/web/session/permissions', true],
  ['libs/web/admin/src', '@latchkey/web/account', false],
  ['libs/api/administration/src', '@latchkey/api/auth', false],
] as const;

describe('who may import whom', () => {
  const probes = imports.map(([place, name, allowed], index) => ({
    file: join(root, place, `boundary-probe-${index}.ts`),
    source: `import * as probe from '${name}';\nexport default probe;\n`,
    allowed,
    name: `${place} ${allowed ? 'may' : 'may not'} import ${name}`,
  }));
  let refused: Set<string>;

  beforeAll(() => {
    for (const { file, source } of probes) {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, source);
    }
    refused = refusedBy(probes.map(({ file }) => file));
  });
  afterAll(() => probes.forEach(({ file }) => rmSync(file)));

  it.each(probes)('$name', ({ file, allowed }) => {
    expect(refused.has(file)).toBe(!allowed);
  });
});

function refusedBy(files: string[]): Set<string> {
  const output = attempt(() =>
    execFileSync('eslint', ['--format', 'json', ...files], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const results = JSON.parse(output) as { filePath: string; messages: { ruleId: string }[] }[];
  expect(results.length).toBe(files.length);
  return new Set(
    results.filter(({ messages }) => messages.some(({ ruleId }) => ruleId === RULE)).map(({ filePath }) => filePath),
  );
}

/** ESLint ends with 1 where it finds something, which is what is wanted here. */
function attempt(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
