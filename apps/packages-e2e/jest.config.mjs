import { postgresProject } from '../../jest.preset.mjs';

// Applications are compiled and built here, beside another project's tests.
export default { ...postgresProject('packages-e2e', import.meta.dirname), testTimeout: 240_000 };
