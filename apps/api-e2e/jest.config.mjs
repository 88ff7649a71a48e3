import { postgresProject } from '../../jest.preset.mjs';

// A test starts servers by the dozen, beside another project's tests.
export default { ...postgresProject('api-e2e', import.meta.dirname), testTimeout: 180_000 };
