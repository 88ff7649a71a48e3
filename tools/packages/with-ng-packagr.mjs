/** Builds a package in Angular's package format: every folder with an `ng-package.json` is an entry. Node reads the contract's too. */
import { ngPackagr } from 'ng-packagr';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Resolves to the exports that the build made. */
export async function buildForAngular(source, target) {
  await ngPackagr()
    .forProject(join(source, 'ng-package.json'))
    .withTsConfig(join(import.meta.dirname, 'tsconfig.angular.json'))
    .build();
  // Nothing imports it, and it holds no types.
  for (const runtime of globSync('types/*rolldown-runtime*', { cwd: target })) rmSync(join(target, runtime));
  return JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')).exports;
}
