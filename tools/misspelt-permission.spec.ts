import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const probe = join(root, 'libs/angular/admin/src/misspelt-probe.ts');
const config = join(root, 'libs/angular/admin/misspelt-probe.json');

const page = (permission: string): string => `
import { Component } from '@angular/core';
import { AuthCan } from '@latchkey/angular/permissions';
@Component({ selector: 'latchkey-probe', imports: [AuthCan], template: \`<b *authCan="'${permission}'"></b>\` })
export class Probe {}
`;

describe('a permission in a template', () => {
  beforeAll(() => writeFileSync(config, '{ "extends": "./tsconfig.json", "include": ["src/misspelt-probe.ts"] }'));
  afterAll(() => [probe, config].forEach((file) => rmSync(file, { force: true })));

  it.each([
    ['users:read', []],
    ['users:raed', [`Type '"users:raed"' is not assignable to type`]],
  ])('spelt %s has the compiler say %j', (permission, said) => {
    writeFileSync(probe, page(permission));
    const output = attempt(() => execFileSync('ngc', ['--noEmit', '-p', config], { cwd: root, encoding: 'utf8' }));
    expect(output.match(/Type '"[^"]+"' is not assignable to type/g) ?? []).toEqual(said);
    expect(output === '').toBe(said.length === 0);
  });
});

/** The compiler ends with 1 where it finds something, which is what is wanted here. */
function attempt(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return (error as { stdout: string; stderr: string }).stdout + (error as { stderr: string }).stderr;
  }
}
