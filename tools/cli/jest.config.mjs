import { postgresProject } from '../../jest.preset.mjs';

export default { ...postgresProject('cli', import.meta.dirname), testTimeout: 120_000 };
