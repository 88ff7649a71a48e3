import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { platform } from './tools/too-new.mjs';

/** The map of the house as a rule: who may import whom (docs/architecture.md). */
const boundaries = [
  { sourceTag: 'side:shared', onlyDependOnLibsWithTags: ['side:shared'], allowedExternalImports: ['zod', 'zod/*'] },
  {
    sourceTag: 'side:api',
    onlyDependOnLibsWithTags: ['side:api', 'side:shared'],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'side:web',
    onlyDependOnLibsWithTags: ['side:web', 'side:shared'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'bcryptjs'],
  },
  { sourceTag: 'package:nest', onlyDependOnLibsWithTags: ['package:nest', 'package:schematics', 'side:shared'] },
  { sourceTag: 'package:angular', onlyDependOnLibsWithTags: ['package:angular', 'package:schematics', 'side:shared'] },
  { sourceTag: 'package:schematics', onlyDependOnLibsWithTags: ['package:schematics'] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:assembly', 'type:feature', 'type:data', 'type:util'] },
  { sourceTag: 'type:assembly', onlyDependOnLibsWithTags: ['type:feature', 'type:data', 'type:util'] },
  { sourceTag: 'type:feature', onlyDependOnLibsWithTags: ['type:data', 'type:util'] },
  { sourceTag: 'type:data', onlyDependOnLibsWithTags: ['type:data', 'type:util'] },
  { sourceTag: 'type:util', onlyDependOnLibsWithTags: ['type:util'] },
];

const environmentOnly = {
  object: 'process',
  property: 'env',
  message: 'Read the environment through @latchkey/server/environment.',
};

export default defineConfig(
  globalIgnores(['dist', 'tmp', '.nx', '.angular', '.data', 'node_modules', 'test-results']),
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [eslint.configs.recommended, tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-restricted-properties': ['error', environmentOnly],
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, depConstraints: boundaries }],
    },
  },
  {
    // What tests of the contract need is not shipped with it.
    files: ['libs/contract/**/*.spec.ts'],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  {
    // Nest reads constructor parameters' types at run time, so their imports must stay values.
    files: ['libs/nest/**/*.ts', 'libs/server/**/*.ts', 'apps/api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // What is shipped runs on the platform of whoever takes it.
    files: ['libs/nest/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['fastify', 'fastify/*', '@fastify/*', 'express', '@nestjs/platform-*'],
              message: 'Go through @latchkey/nest/http, which knows what Express and Fastify both have.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/angular/**/*.ts', 'apps/web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: { '@angular-eslint/component-class-suffix': 'off', '@angular-eslint/directive-class-suffix': 'off' },
  },
  {
    // What runs in browsers keeps to what those have that the build is for; the types of the language do so by `lib`.
    files: ['libs/angular/**/*.ts', 'apps/web/**/*.ts', 'libs/contract/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*-for-tests.ts'],
    plugins: { platform },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { 'platform/too-new': 'error' },
  },
  {
    files: ['libs/angular/**/*.html', 'apps/web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: [
      'libs/server/environment/**',
      'libs/server/testing/**',
      'tools/**',
      'bench/**',
      'apps/*-e2e/**',
      '**/*.spec.ts',
      '*.mjs',
    ],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        performance: 'readonly',
        crypto: 'readonly',
        Buffer: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
      },
    },
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['tools/cli/src/**'], rules: { 'no-restricted-properties': ['error', environmentOnly] } },
);
