import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const RULE = '@nx/enforce-module-boundaries';

/** [who imports, what, whether the house allows it] */
const imports = [
  ['libs/contract/src', 'zod/mini', true],
  ['libs/contract/src', 'rxjs', false],
  ['libs/contract/src', '@latchkey/nest/http', false],
  ['libs/nest/users/src', '@latchkey/contract', true],
  ['libs/nest/users/src', '@latchkey/nest/database', true],
  ['libs/nest/users/src', '@latchkey/nest/auth', false],
  ['libs/nest/auth/src', '@latchkey/server/health', false],
  ['libs/nest/http/src', '@latchkey/nest/users', false],
  ['libs/nest/auth/src', '@latchkey/nest/latchkey', false],
  ['libs/nest/latchkey/src', '@latchkey/nest/auth', true],
  ['libs/nest/latchkey/src', '@latchkey/server/environment', false],
  ['libs/server/health/src', '@latchkey/nest/sessions', true],
  ['libs/nest/http/src', '@angular/core', false],
  ['tools/cli/src', '@latchkey/nest/users', true],
  ['tools/cli/src', '@latchkey/angular', false],
  ['tools/cli/src', '@angular/core', false],
  ['libs/angular/session/src', '@angular/core', true],
  ['libs/angular/session/src', '@nestjs/common', false],
  ['libs/angular/session/src', 'typeorm', false],
  ['libs/angular/session/src', '@latchkey/nest/sessions', false],
  ['libs/angular/ui/src', '@latchkey/angular', false],
  ['libs/angular/pages/src', '@latchkey/angular', true],
  ['libs/angular/admin/src', '@latchkey/angular/permissions', true],
  ['libs/angular/admin/src', '@latchkey/angular/pages', false],
  ['libs/nest/administration/src', '@latchkey/nest/auth', false],
  ['libs/nest/schematics/src', '@latchkey/schematics', true],
  ['libs/angular/schematics/src', '@latchkey/schematics', true],
  ['libs/schematics/src', '@latchkey/contract', false],
  ['libs/schematics/src', '@latchkey/nest/http', false],
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
