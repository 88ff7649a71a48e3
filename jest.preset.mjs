/** What every project's jest.config.mjs starts from: import names from tsconfig.base.json, results where `npm test` adds them up. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { createCjsPreset } = createRequire(import.meta.url)('jest-preset-angular/presets');
const root = import.meta.dirname;
const { paths } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
const moduleNameMapper = Object.fromEntries(
  Object.entries(paths).map(([name, [file]]) => [`^${name}$`, join(root, file)]),
);

const shared = (name, rootDir) => ({
  displayName: name,
  rootDir,
  moduleNameMapper,
  testMatch: ['**/*.spec.ts'],
  maxWorkers: 1,
  reporters: ['default', [join(root, 'tools/count-reporter.mjs'), { project: name }]],
});

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'es6' },
  },
];

/** A project of plain TypeScript (contract) or NestJS: native ES modules, transformed by SWC. */
export const nodeProject = (name, rootDir) => ({
  ...shared(name, rootDir),
  testEnvironment: 'node',
  testTimeout: 30_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': swc },
});

/** The same with a real PostgreSQL: TEST_DATABASE_URL where it is set, else an embedded one for this run. */
export const postgresProject = (name, rootDir) => ({
  ...nodeProject(name, rootDir),
  globalSetup: join(root, 'libs/server/testing/src/global-setup.ts'),
  globalTeardown: join(root, 'libs/server/testing/src/global-teardown.ts'),
});

/** A project of Angular code: jsdom, zoneless, templates compiled. */
export const angularProject = (name, rootDir) => ({
  ...shared(name, rootDir),
  ...createCjsPreset({ tsconfig: join(rootDir, 'tsconfig.json') }),
  setupFilesAfterEnv: [join(root, 'jest.angular-setup.ts')],
  testTimeout: 30_000,
});
