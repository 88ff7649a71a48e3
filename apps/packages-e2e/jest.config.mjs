import { postgresProject } from '../../jest.preset.mjs';

// Applications are compiled and built here, beside another project's tests.
export default {
  ...postgresProject('packages-e2e', import.meta.dirname),
  // What fixtures have of tests belongs to the apps that are made of them.
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  testTimeout: 240_000,
};
